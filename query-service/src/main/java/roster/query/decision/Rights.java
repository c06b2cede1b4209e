package roster.query.decision;

import java.util.Set;
import java.util.UUID;

import roster.access.credential.Credential.ApiToken;
import roster.access.credential.Standings.Standing;
import roster.contract.role.Permission;

/** Current permissions of a subject in its organization. */
record Rights(UUID organizationId, Set<Permission> permissions) {
    boolean permits(Permission action, UUID organization) {
        return organizationId.equals(organization) && permissions.contains(action);
    }

    static Rights of(Standing member) {
        return new Rights(member.organizationId(), member.permissions());
    }

    static Rights of(ApiToken token) {
        return new Rights(token.organizationId(), token.permissions());
    }
}
