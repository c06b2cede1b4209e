package roster.query.access;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import roster.contract.role.Permission;

/**
 * The caller of an access evaluation. Operators may ask about all subjects, others about themselves and where they have
 * {@code decisions.read}.
 *
 * @param selves subjects that are the caller
 * @param rights permissions by organization
 */
record Asker(boolean isOperator, Set<Subject> selves, Map<UUID, Set<Permission>> rights) {
    boolean mayAskAbout(Subject subject, UUID organizationId) {
        return isOperator || selves.contains(subject)
                || rights.getOrDefault(organizationId, Set.of()).contains(Permission.DECISIONS_READ);
    }
}
