package roster.query.access;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import roster.contract.role.Permission;

/**
 * Who wants to know: operators may ask about everybody, others where they may view members, and about themselves.
 *
 * @param selves the subjects that the asker is
 * @param rights by organization
 */
record Asker(boolean isOperator, Set<Subject> selves, Map<UUID, Set<Permission>> rights) {
    boolean mayAskAbout(Subject subject, UUID organizationId) {
        return isOperator || selves.contains(subject)
                || rights.getOrDefault(organizationId, Set.of()).contains(Permission.MEMBERS_VIEW);
    }
}
