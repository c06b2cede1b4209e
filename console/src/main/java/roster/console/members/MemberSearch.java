package roster.console.members;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriBuilder;

import roster.console.page.Place;
import roster.console.service.QueryParameters;

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
        return Stream.of(q, role, status).anyMatch(QueryParameters::isGiven);
    }

    URI uri(UriBuilder uri, UUID organization, int limit, @Nullable String cursor) {
        boolean expired = statusOrAll().equals("expired");
        boolean invited = statusOrAll().equals("invited");
        return new QueryParameters(uri, "/organizations/{org}/members", Map.of("org", organization)).and("limit", limit)
                .and("order", orderOrDefault()).and("q", q).and("role", role).and("status", expired ? "invited" : status)
                .and("invitation", invited ? "pending" : expired ? "expired" : null).and("after", cursor).build();
    }

    /** URI of the numbers of members that the text finds. */
    URI countUri(UriBuilder uri, UUID organization) {
        return new QueryParameters(uri, "/organizations/{org}/roles", Map.of("org", organization)).and("q", q).build();
    }
}
