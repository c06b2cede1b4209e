package roster.console.organization;

import roster.contract.role.Permission;

/** The user's role does not allow the page. */
public final class NotAllowed extends RuntimeException {
    NotAllowed(Permission needed) {
        super(needed.value(), null, false, false);
    }
}
