package roster.query.access;

import roster.contract.role.Permission;
import roster.http.problem.FieldError;

/** One access evaluation, as far as it is understood. */
sealed interface Item {
    /** @param organization its id or slug */
    record Evaluation(Subject subject, Permission action, String organization) implements Item {}

    /** It speaks of a kind of subject, action or resource that there is not. */
    record Unknown() implements Item {}

    /** It lacks something, or says it in the wrong type. */
    record Unusable(FieldError error) implements Item {}
}
