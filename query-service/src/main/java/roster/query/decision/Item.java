package roster.query.decision;

import org.jspecify.annotations.Nullable;

import roster.contract.role.Permission;
import roster.http.problem.FieldError;
import roster.query.moment.Moment;

/** An element of a batch of access evaluations. */
public sealed interface Item {
    /**
     * A complete access evaluation.
     *
     * @param subject      null for one of an unknown type
     * @param action       null for an unknown one
     * @param organization id or slug of the resource's organization; null for a resource without one
     * @param asOf         the moment to decide of; null for now
     */
    record Evaluation(@Nullable Subject subject, @Nullable Permission action, @Nullable String organization, @Nullable Moment asOf)
            implements
                Item {
        public Evaluation(@Nullable Subject subject, @Nullable Permission action, @Nullable String organization) {
            this(subject, action, organization, null);
        }
    }

    /** Lacks a field, or has one of the wrong type. */
    record Unusable(FieldError error) implements Item {}
}
