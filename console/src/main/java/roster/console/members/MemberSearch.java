package roster.console.members;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriBuilder;

/**
 * Filter and order of the members shown, from the query parameters of the page. Empty values count as absent.
 *
 * @param status status of the member; {@code invited} means a pending invitation, {@code expired} an expired one
 */
record MemberSearch(@Nullable String q, @Nullable String role, @Nullable String status, @Nullable String order, @Nullable String after) {
    static final String DEFAULT_ORDER = "name";
    private static final int PAGE = 25;

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
        return status == null ? "" : status;
    }

    public boolean isNarrow() {
        return isGiven(q) || isGiven(role) || isGiven(status);
    }

    URI uri(UriBuilder uri, UUID organization) {
        uri.path("/organizations/{org}/members").queryParam("limit", PAGE).queryParam("order", "{order}");
        var values = new HashMap<String, Object>(Map.of("org", organization, "order", orderOrDefault()));
        give(uri, values, "q", q);
        give(uri, values, "role", role);
        if (isGiven(status)) {
            giveStatus(uri, values, String.valueOf(status));
        }
        give(uri, values, "after", after);
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
