package roster.console.review;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import roster.console.page.AsOf;
import roster.console.service.QueryParameters;

/**
 * Filter and moment of a review, from the query parameters of the page.
 *
 * @param role only members with this role; blank for all, and API tokens
 * @param past the moment
 */
record ReviewSearch(@Nullable String role, AsOf past) {
    /** The part that is kept when another moment is chosen, by names of fields. */
    public Map<String, String> kept() {
        return role != null && QueryParameters.isGiven(role) ? Map.of("role", role) : Map.of();
    }
}
