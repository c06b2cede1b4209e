package roster.console.review;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import roster.console.page.UserZone;
import roster.console.service.QueryParameters;
import roster.console.service.ServiceRejected;

/**
 * What is reviewed, from the query parameters of the page. Blank values count as absent.
 *
 * @param role only members with this role
 * @param asOf day and time of the review; absent for now
 * @param zone name of the time zone of {@code asOf}
 */
record ReviewSearch(@Nullable String role, @Nullable String asOf, @Nullable String zone) {
    public UserZone userZone() {
        return UserZone.of(zone);
    }

    public boolean isPast() {
        return QueryParameters.isGiven(asOf);
    }

    /**
     * Null for now.
     *
     * @throws ServiceRejected for what is not a day and a time, which names the field
     */
    public @Nullable Instant moment() {
        return isPast() ? userZone().time("asOf", String.valueOf(asOf)) : null;
    }

    boolean isNarrow() {
        return QueryParameters.isGiven(role);
    }
}
