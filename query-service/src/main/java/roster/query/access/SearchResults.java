package roster.query.access;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Results of a search, in the order of their ids or names.
 *
 * @param page    the part of the results that this is
 * @param context explanation, where there cannot be any results
 * @param results each is what an access evaluation permits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SearchResults<T>(ResultPage page, @Nullable Map<String, Object> context, List<T> results) {
    /**
     * A part of the results.
     *
     * @param nextToken token of the next page; empty on the last page
     * @param count     number of results on this page
     */
    record ResultPage(@JsonProperty("next_token") String nextToken, int count) {}

    /** A subject or a resource. */
    record FoundEntity(String type, String id) {}

    /** @param name name of the permission */
    record FoundAction(String name) {}

    SearchResults<T> because(String reason) {
        return new SearchResults<>(page, Map.of("reason", reason), results);
    }
}
