package roster.query.access;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import roster.http.problem.FieldError;
import roster.http.problem.Malformed;
import roster.query.access.AccessRequest.Action;
import roster.query.access.AccessRequest.Entity;
import roster.query.access.Item.Unusable;

/**
 * Many access evaluations, with default values for what they have in common. What is wrong with one of them is no fault of the others.
 *
 * @param subject     of all that name no other
 * @param action      likewise
 * @param resource    likewise
 * @param context     likewise
 * @param evaluations at most 100, each with what it does not share; without any, what is said for all is the question
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record AccessBatch(@Nullable Entity subject, @Nullable Action action, @Nullable Entity resource, @Nullable Map<String, Object> context,
        @Nullable List<@Nullable Object> evaluations, @Nullable Options options) {
    private static final int MOST = 100;

    /**
     * How they are to be executed.
     *
     * @param semantic where to stop; without it, at the end
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Options(@JsonProperty("evaluations_semantic") @Nullable Semantic semantic) {}

    /** What is said for all of them; without any, it is itself the question. */
    AccessRequest defaults() {
        return new AccessRequest(subject, action, resource, context);
    }

    boolean isSingle() {
        return evaluations == null || evaluations.isEmpty();
    }

    Semantic semantic() {
        return options == null || options.semantic == null ? Semantic.EXECUTE_ALL : options.semantic;
    }

    /** @throws Malformed when there are too many */
    List<Item> items(JsonMapper json) {
        var all = evaluations == null ? List.of() : evaluations;
        if (all.size() > MOST) {
            throw new Malformed(FieldError.pointer("/evaluations", "has more than " + MOST + " elements"));
        }
        var defaults = defaults();
        return all.stream().map(it -> item(it, defaults, json)).toList();
    }

    private static Item item(@Nullable Object evaluation, AccessRequest defaults, JsonMapper json) {
        if (!(evaluation instanceof Map)) {
            return new Unusable(FieldError.pointer("", "is not an object"));
        }
        try {
            return json.convertValue(evaluation, AccessRequest.class).or(defaults).item();
        } catch (Malformed incomplete) {
            return new Unusable(incomplete.error());
        } catch (JacksonException _) {
            return new Unusable(FieldError.pointer("", "has something of the wrong type"));
        }
    }
}
