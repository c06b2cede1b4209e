package roster.query.access;

import roster.contract.role.Permission;
import roster.http.problem.FieldError;

/** A parsed access evaluation. */
sealed interface Item {
    /** @param organization its id or slug */
    record Evaluation(Subject subject, Permission action, String organization) implements Item {}

    /** Names an unknown type of subject, action or resource. */
    record Unknown() implements Item {}

    /** Lacks a field, or has one of the wrong type. */
    record Unusable(FieldError error) implements Item {}
}
