package roster.command.access;

import roster.contract.role.Permission;

/** A command whose required permissions depend on its content. */
public interface NeedsByContent {
    Permission[] needed();
}
