package roster.query.access;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import roster.query.access.Item.Unusable;

/**
 * An answer to one question.
 *
 * @param decision whether it may be done
 * @param context  why not, which is the same for whatever may not be known to the caller
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
