package roster.console.members;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriBuilder;

import roster.console.page.AsOf;
import roster.console.page.Place;
import roster.console.service.QueryParameters;

/**
 * Filter and order of the members shown, from the query parameters of the page. Empty values count as absent.
 *
 * @param status status of the member; {@code invited} means a pending invitation, {@code expired} an expired one
 * @param rows   number of rows that are shown, including those before {@code after}
 * @param after  cursor after which only further rows are requested
 * @param asOf   moment of the past; blank for now
 * @param zone   name of its time zone
 */
record MemberSearch(@Nullable String q, @Nullable String role, @Nullable String status, @Nullable String order, @Nullable String rows,
        @Nullable String after, @Nullable String asOf, @Nullable String zone) {
    private static final String PAGE = "/organizations/{org}/members";
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

    /** The members whose name or address contains the words of a text. */
    static MemberSearch text(String text, @Nullable String status) {
        return new MemberSearch(text, null, status, null, null, null, null, null);
    }

    public AsOf past() {
        return new AsOf(asOf, zone);
    }

    /** The same search now. */
    public MemberSearch now() {
        return new MemberSearch(q, role, status, order, rows, null, null, null);
    }

    /** The filter by the names of its parameters, without those that are not given. */
    public Map<String, String> kept() {
        var kept = new LinkedHashMap<String, String>();
        Map.of("q", Objects.toString(q, ""), "role", roleOrAll(), "status", statusOrAll(), "order", Objects.toString(order, ""))
                .forEach((name, value) -> {
                    if (!value.isBlank()) {
                        kept.put(name, value);
                    }
                });
        return kept;
    }

    /** Address of the page with the list in the order that a click on a column header requests. */
    public URI ordered(String slug, String column) {
        return page(slug, ordered(column)).build();
    }

    /** Address of the page with further rows. */
    public URI more(String slug) {
        return page(slug, order).and("rows", place().continued()).build();
    }

    public URI page(String slug) {
        return page(slug, order).build();
    }

    /** Address of the page with all members of the same moment. */
    public URI all(String slug) {
        return past().addTo(QueryParameters.ofPage(PAGE, Map.of("org", slug))).build();
    }

    private QueryParameters page(String slug, @Nullable String by) {
        return past().addTo(QueryParameters.ofPage(PAGE, Map.of("org", slug)).and("q", q).and("role", role)
                .and("status", status).and("order", by));
    }

    URI uri(UriBuilder uri, UUID organization, int limit, @Nullable String cursor) {
        boolean expired = statusOrAll().equals("expired");
        boolean invited = statusOrAll().equals("invited");
        return new QueryParameters(uri, "/organizations/{org}/members", Map.of("org", organization)).and("limit", limit)
                .and("order", orderOrDefault()).and("q", q).and("role", role).and("status", expired ? "invited" : status)
                .and("invitation", invited ? "pending" : expired ? "expired" : null).and("after", cursor)
                .and("asOf", past().instant()).build();
    }

    /** URI of the numbers of members that the text finds. */
    URI countUri(UriBuilder uri, UUID organization) {
        return new QueryParameters(uri, "/organizations/{org}/roles", Map.of("org", organization)).and("q", q)
                .and("asOf", past().instant()).build();
    }
}
