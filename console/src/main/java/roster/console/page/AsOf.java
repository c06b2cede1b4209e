package roster.console.page;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import roster.console.service.QueryParameters;
import roster.console.service.ServiceProblem;
import roster.console.service.ServiceRejected;

/**
 * The moment of the past that a page shows, from its query parameters.
 *
 * @param asOf day and time; blank for now
 * @param zone name of their time zone
 */
public record AsOf(@Nullable String asOf, @Nullable String zone) {
    private static final String FIELD = "asOf";
    public static final AsOf NOW = new AsOf(null, null);

    public boolean isPast() {
        return QueryParameters.isGiven(asOf);
    }

    public UserZone userZone() {
        return UserZone.of(zone);
    }

    /**
     * Null for now.
     *
     * @throws ServiceRejected for anything but a day and a time
     */
    public @Nullable Instant instant() {
        return isPast() ? userZone().time(FIELD, String.valueOf(asOf)) : null;
    }

    /** True when something is wrong with the moment, which the page says at its field. */
    public static boolean isWrong(ServiceProblem problem) {
        return problem.of(FIELD).isPresent();
    }

    /** Adds the moment to the address of a page. */
    public QueryParameters addTo(QueryParameters page) {
        return isPast() ? page.and(FIELD, asOf).and("zone", zone) : page;
    }
}
