package roster.query.access;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import roster.query.access.Item.Unusable;

/**
 * Decision on one evaluation.
 *
 * @param decision true when it is permitted
 * @param context  reason of a denial; the same for denied and for unknown subjects and resources
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Decision(boolean decision, @Nullable Map<String, Object> context) {
    static final Decision PERMITTED = new Decision(true, null);
    static final Decision DENIED = new Decision(false, Map.of("reason", "not permitted"));

    static Decision of(Unusable item) {
        var message = (item.error().pointer() + " " + item.error().detail()).strip();
        return new Decision(false, Map.of("error", Map.of("status", 400, "message", message)));
    }
}
