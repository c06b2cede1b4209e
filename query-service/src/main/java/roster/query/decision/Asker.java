package roster.query.decision;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.role.Permission;

/**
 * The caller of an access evaluation. Operators may ask about all subjects, others about themselves and where they have
 * {@code decisions.read}.
 *
 * @param selves subjects that are the caller
 * @param rights permissions by organization
 */
public record Asker(boolean isOperator, Set<Subject> selves, Map<UUID, Set<Permission>> rights) {
    /**
     * @param subject        null for an unknown one
     * @param organizationId null for an unknown one
     */
    public boolean mayAskAbout(@Nullable Subject subject, @Nullable UUID organizationId) {
        return isOperator || (subject != null && selves.contains(subject))
                || (organizationId != null && rights.getOrDefault(organizationId, Set.of()).contains(Permission.DECISIONS_READ));
    }

    /** True when the caller may read the history of the organization. */
    boolean mayReadHistoryOf(UUID organizationId) {
        return isOperator || rights.getOrDefault(organizationId, Set.of()).contains(Permission.AUDIT_READ);
    }

    /** True when there is any organization in which the caller may ask about the subject. */
    public boolean mayAskSomewhereAbout(@Nullable Subject subject) {
        return mayAskAbout(subject, null) || rights.keySet().stream().anyMatch(it -> mayAskAbout(subject, it));
    }
}
