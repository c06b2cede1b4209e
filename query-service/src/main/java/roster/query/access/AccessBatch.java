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
import roster.query.decision.Action;
import roster.query.decision.Entity;
import roster.query.decision.Item;
import roster.query.decision.Item.Unusable;

/**
 * Several access evaluations with common default values. An error in one of them does not affect the others.
 *
 * @param subject     default subject
 * @param action      default action
 * @param resource    default resource
 * @param context     default context
 * @param evaluations at most 100, each with the values that differ from the defaults, which they replace as a whole; without any, the
 *                    defaults are the only evaluation
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record AccessBatch(@Nullable Entity subject, @Nullable Action action, @Nullable Entity resource, @Nullable Map<String, Object> context,
        @Nullable List<@Nullable Object> evaluations, @Nullable Options options) {
    private static final int MOST = 100;

    /**
     * Options of the execution.
     *
     * @param semantic when to stop; by default, all evaluations are executed
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Options(@JsonProperty("evaluations_semantic") @Nullable Semantic semantic) {}

    /** The default values, which are the only evaluation of a batch without evaluations. */
    AccessRequest defaults() {
        return new AccessRequest(subject, action, resource, context);
    }

    boolean isSingle() {
        return evaluations == null || evaluations.isEmpty();
    }

    Semantic semantic() {
        return options == null || options.semantic == null ? Semantic.EXECUTE_ALL : options.semantic;
    }

    /** @throws Malformed when there are more than 100 */
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
            return json.convertValue(evaluation, AccessRequest.class).or(defaults).evaluation();
        } catch (Malformed incomplete) {
            return new Unusable(incomplete.error());
        } catch (JacksonException _) {
            return new Unusable(FieldError.pointer("", "has a value of the wrong type"));
        }
    }
}
