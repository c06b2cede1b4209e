package roster.console.members;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriBuilder;

import roster.console.page.Place;

/**
 * Filter and order of the members shown, from the query parameters of the page. Empty values count as absent.
 *
 * @param status status of the member; {@code invited} means a pending invitation, {@code expired} an expired one
 * @param rows   number of rows that are shown, including those before {@code after}
 * @param after  cursor after which only further rows are requested
 */
record MemberSearch(@Nullable String q, @Nullable String role, @Nullable String status, @Nullable String order, @Nullable String rows,
        @Nullable String after) {
    static final String DEFAULT_ORDER = "name";

    public String orderOrDefault() {
        return order == null || order.isBlank() ? DEFAULT_ORDER : order;
    }

    /** The order that a click on a column header requests; reversed when the list is already ordered by it. */
    public String ordered(String column) {
        return orderOrDefault().equals(column) ? "-" + column : column;
    }

    /** {@code aria-sort} of a column. */
    public String sort(String column) {
        if (orderOrDefault().equals(column)) {
            return "ascending";
        }
        return orderOrDefault().equals("-" + column) ? "descending" : "none";
    }

    public String statusOrAll() {
        return status == null ? "" : status.strip();
    }

    public String roleOrAll() {
        return role == null ? "" : role.strip();
    }

    public Place place() {
        return Place.of(rows, after);
    }

    public boolean isNarrow() {
        return isGiven(q) || isGiven(role) || isGiven(status);
    }

    URI uri(UriBuilder uri, UUID organization, int limit, @Nullable String cursor) {
        uri.path("/organizations/{org}/members").queryParam("limit", limit).queryParam("order", "{order}");
        var values = new HashMap<String, Object>(Map.of("org", organization, "order", orderOrDefault()));
        give(uri, values, "q", q);
        give(uri, values, "role", role);
        if (isGiven(status)) {
            giveStatus(uri, values, statusOrAll());
        }
        give(uri, values, "after", cursor);
        return uri.build(values);
    }

    /** URI of the numbers of members that the text finds. */
    URI countUri(UriBuilder uri, UUID organization) {
        uri.path("/organizations/{org}/roles");
        var values = new HashMap<String, Object>(Map.of("org", organization));
        give(uri, values, "q", q);
        return uri.build(values);
    }

    private static void giveStatus(UriBuilder uri, Map<String, Object> values, String status) {
        boolean invited = status.equals("invited");
        boolean expired = status.equals("expired");
        give(uri, values, "status", expired ? "invited" : status);
        give(uri, values, "invitation", invited ? "pending" : expired ? "expired" : null);
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
