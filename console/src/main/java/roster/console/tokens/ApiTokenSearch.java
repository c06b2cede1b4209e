package roster.console.tokens;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriBuilder;

import roster.console.page.Place;

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
        return isGiven(status) ? String.valueOf(status) : ACTIVE;
    }

    /** True unless all active tokens are shown, which is the default. */
    public boolean isNarrow() {
        return !statusOrDefault().equals(ACTIVE) || isGiven(kind) || owner != null;
    }

    public Place place() {
        return Place.of(rows, after);
    }

    URI uri(UriBuilder uri, UUID organization, int limit, @Nullable String cursor) {
        uri.path("/organizations/{org}/api-tokens").queryParam("limit", limit).queryParam("status", "{status}");
        var values = new HashMap<String, Object>(Map.of("org", organization, "status", statusOrDefault()));
        give(uri, values, "kind", kind);
        give(uri, values, "owner", owner == null ? null : owner.toString());
        give(uri, values, "after", cursor);
        return uri.build(values);
    }

    private static void give(UriBuilder uri, Map<String, Object> values, String name, @Nullable String value) {
        if (value != null && isGiven(value)) {
            uri.queryParam(name, "{" + name + "}");
            values.put(name, value.strip());
        }
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
