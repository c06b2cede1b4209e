package roster.query.organization;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.access.credential.Standings.Standing;
import roster.contract.event.MemberStatus;
import roster.contract.event.Organization;
import roster.contract.role.Permission;
import roster.contract.role.Role;

/**
 * Relation of the caller to an organization.
 *
 * @param memberId    null, like role and status, for an organization's own token
 * @param permissions current permissions of the caller in the organization
 */
record Belonging(UUID organizationId, String slug, String name, @Nullable UUID memberId, @Nullable Role role,
        @Nullable MemberStatus status, Set<Permission> permissions) {
    static Belonging of(Organization organization, Standing standing, Set<Permission> permissions) {
        return new Belonging(organization.id(), organization.slug(), organization.name(), standing.memberId(), standing.role(),
                standing.status(), permissions);
    }

    static Belonging ofNobody(Organization organization, Set<Permission> permissions) {
        return new Belonging(organization.id(), organization.slug(), organization.name(), null, null, null, permissions);
    }
}
