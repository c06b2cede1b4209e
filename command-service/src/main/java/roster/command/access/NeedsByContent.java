package roster.command.access;

import roster.contract.role.Permission;

/** A command whose caller needs permissions that depend on what it asks for. */
public interface NeedsByContent {
    Permission[] needed();
}
