package roster.console.organization;

import java.util.Set;
import java.util.UUID;

import roster.contract.event.MemberStatus;
import roster.contract.role.Permission;
import roster.contract.role.Role;

/**
 * Membership of the user in an organization.
 *
 * @param name        name of the organization
 * @param permissions current permissions of the user
 */
public record Membership(UUID organizationId, String slug, String name, UUID memberId, Role role, MemberStatus status,
        Set<Permission> permissions) {
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** @throws NotAllowed when the user lacks the permission. The services check permissions themselves; this only protects pages. */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new NotAllowed(permission);
        }
    }

    public boolean isSuspended() {
        return status == MemberStatus.SUSPENDED;
    }

    /** For templates, which use the names of permissions. */
    public boolean may(String permission) {
        return may(Permission.valueOf(permission));
    }
}
