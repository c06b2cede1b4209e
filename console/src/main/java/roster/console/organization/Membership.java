package roster.console.organization;

import java.util.Set;
import java.util.UUID;

import roster.contract.event.MemberStatus;
import roster.contract.role.Permission;
import roster.contract.role.Role;

/**
 * What the person at the screen is to an organization.
 *
 * @param name        of the organization
 * @param permissions what they may do there at this moment
 */
public record Membership(UUID organizationId, String slug, String name, UUID memberId, Role role, MemberStatus status,
        Set<Permission> permissions) {
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** @throws NotAllowed otherwise; whether a command is allowed, the services say */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new NotAllowed(permission);
        }
    }

    public boolean isSuspended() {
        return status == MemberStatus.SUSPENDED;
    }

    /** For templates, which know permissions by name. */
    public boolean may(String permission) {
        return may(Permission.valueOf(permission));
    }
}
