package roster.query.access;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

import roster.http.problem.FieldError;
import roster.http.problem.Malformed;
import roster.query.decision.Action;
import roster.query.decision.Entity;
import roster.query.decision.Item.Evaluation;
import roster.query.decision.Stated;
import roster.query.moment.Moment;

/**
 * An access evaluation as sent, possibly incomplete. Values without influence on decisions are only checked for their type.
 *
 * @param subject  a {@code member} or an {@code api_token}, by id
 * @param action   a permission
 * @param resource an {@code organization}, by id or slug; or a {@code deployment}, {@code model} or {@code bento}, by any id, whose property
 *                 {@code organization} names its organization
 * @param context  {@code asOf}, an instant or a position, asks for the decision at that moment, and needs {@code audit.read}; other values
 *                 have no influence
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record AccessRequest(@Nullable Entity subject, @Nullable Action action, @Nullable Entity resource,
        @Nullable Map<String, Object> context) {
    /** Fills in defaults for missing values. A given value replaces its default as a whole. */
    AccessRequest or(AccessRequest defaults) {
        return new AccessRequest(
                subject == null ? defaults.subject : subject,
                action == null ? defaults.action : action,
                resource == null ? defaults.resource : resource,
                context == null ? defaults.context : context);
    }

    private @Nullable Moment asOf() {
        var asOf = context == null ? null : context.get("asOf");
        if (asOf == null) {
            return null;
        }
        try {
            return Moment.of(asOf.toString());
        } catch (IllegalArgumentException e) {
            throw new Malformed(FieldError.pointer("/context/asOf", String.valueOf(e.getMessage())));
        }
    }

    /** @throws Malformed when a mandatory field is missing */
    Evaluation evaluation() {
        var who = Stated.at("/subject", subject);
        var what = Stated.at("/action", action);
        var where = Stated.at("/resource", resource);
        return new Evaluation(who.asSubject("/subject"), what.permission("/action"), where.organization("/resource"), asOf());
    }
}
