package roster.query.decision;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import roster.contract.role.Permission;
import roster.query.decision.Item.Unusable;

/**
 * Decision on one evaluation.
 *
 * @param decision true when it is permitted
 * @param context  reason of a denial, which is the same for denied and for unknown subjects and resources; or the error of an evaluation that
 *                 was not made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Decision(boolean decision, @Nullable Map<String, Object> context) {
    static final Decision PERMITTED = new Decision(true, null);
    static final Decision DENIED = new Decision(false, Map.of("reason", "not permitted"));
    /** No denial: the caller may not ask. */
    static final Decision FORBIDDEN = without(Permission.DECISIONS_READ);
    /** No denial: the caller may not ask about the past. */
    static final Decision FORBIDDEN_PAST = without(Permission.AUDIT_READ);

    private static Decision without(Permission needed) {
        return error(403, "This requires the permission " + needed.value() + ".");
    }

    /** A decision of the past, with the events that led to it. */
    static Decision past(boolean permitted, Explanation explanation) {
        return new Decision(permitted, permitted ? Map.of("asOf", explanation.asOf(), "events", explanation.events())
                : Map.of("reason", "not permitted", "asOf", explanation.asOf(), "events", explanation.events()));
    }

    static Decision of(Unusable item) {
        var message = (item.error().pointer() + " " + item.error().detail()).strip();
        return error(400, message);
    }

    private static Decision error(int status, String message) {
        return new Decision(false, Map.of("error", Map.of("status", status, "message", message)));
    }
}
