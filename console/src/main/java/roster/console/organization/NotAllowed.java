package roster.console.organization;

import roster.contract.role.Permission;

/** Somebody who asks for a page that their role has no use for. */
public final class NotAllowed extends RuntimeException {
    NotAllowed(Permission needed) {
        super(needed.value(), null, false, false);
    }
}
