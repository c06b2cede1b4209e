package roster.query.access;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

import roster.query.decision.Action;
import roster.query.decision.Entity;

/** A search: an access evaluation that lacks what is searched for. */
sealed interface SearchRequest {
    @Nullable
    Page page();

    /** Type of the entities to find. An id is ignored. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Searched(@Nullable String type) {}

    /**
     * The part of the results that is requested.
     *
     * @param token {@code next_token} of the previous page; all else must be as in the request for that page, but the limit may be omitted
     * @param limit maximum number of results; 100 by default, and at most 1000
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Page(@Nullable String token, @Nullable Integer limit) {}

    /**
     * Search for the subjects that may perform an action on a resource.
     *
     * @param subject  type {@code member} or {@code api_token}
     * @param action   a permission
     * @param resource as in an access evaluation
     * @param context  has no influence on decisions
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SubjectSearch(@Nullable Searched subject, @Nullable Action action, @Nullable Entity resource,
            @Nullable Map<String, Object> context, @Nullable Page page) implements SearchRequest {}

    /**
     * Search for the resources on which a subject may perform an action.
     *
     * @param subject  as in an access evaluation
     * @param action   a permission
     * @param resource type {@code organization}; Roster does not know the ids of other resources
     * @param context  has no influence on decisions
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ResourceSearch(@Nullable Entity subject, @Nullable Action action, @Nullable Searched resource,
            @Nullable Map<String, Object> context, @Nullable Page page) implements SearchRequest {}

    /**
     * Search for the actions that a subject may perform on a resource.
     *
     * @param subject  as in an access evaluation
     * @param resource as in an access evaluation
     * @param context  has no influence on decisions
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ActionSearch(@Nullable Entity subject, @Nullable Entity resource, @Nullable Map<String, Object> context, @Nullable Page page)
            implements
                SearchRequest {}
}
