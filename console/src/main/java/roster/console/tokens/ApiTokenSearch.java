package roster.console.tokens;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriBuilder;

import roster.console.page.Place;
import roster.console.service.QueryParameters;

/**
 * Filter of the API tokens shown, from the query parameters of the page. Empty values count as absent.
 *
 * @param owner only personal tokens of this member
 * @param rows  number of rows that are shown, including those before {@code after}
 * @param after cursor after which only further rows are requested
 */
record ApiTokenSearch(@Nullable String status, @Nullable String kind, @Nullable UUID owner, @Nullable String rows,
        @Nullable String after) {
    private static final String ACTIVE = "active";

    public String statusOrDefault() {
        return QueryParameters.isGiven(status) ? String.valueOf(status) : ACTIVE;
    }

    /** True unless all active tokens are shown, which is the default. */
    public boolean isNarrow() {
        return !statusOrDefault().equals(ACTIVE) || QueryParameters.isGiven(kind) || owner != null;
    }

    public Place place() {
        return Place.of(rows, after);
    }

    URI uri(UriBuilder uri, UUID organization, int limit, @Nullable String cursor) {
        return new QueryParameters(uri, "/organizations/{org}/api-tokens", Map.of("org", organization)).and("limit", limit)
                .and("status", statusOrDefault()).and("kind", kind).and("owner", owner).and("after", cursor).build();
    }
}
