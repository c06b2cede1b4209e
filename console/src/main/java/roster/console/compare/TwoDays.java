package roster.console.compare;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriBuilder;

import roster.console.page.Place;
import roster.console.page.UserZone;
import roster.console.service.QueryParameters;
import roster.console.service.ServiceRejected;

/**
 * The days that are compared, each at its end; today as it is now. From the query parameters of the page.
 *
 * @param from   first day; blank for 30 days ago
 * @param to     second day; blank for today
 * @param zone   name of the time zone of the days
 * @param change the only kind of differences to show; blank for all
 * @param rows   number of rows that are shown, including those before {@code after}
 * @param after  cursor after which only further rows are requested
 */
record TwoDays(@Nullable String from, @Nullable String to, @Nullable String zone, @Nullable String change, @Nullable String rows,
        @Nullable String after) {
    private static final int USUAL_DAYS = 30;

    /** The days with their defaults. */
    TwoDays at(Instant now) {
        var today = LocalDate.ofInstant(now, userZone().id());
        return new TwoDays(QueryParameters.isGiven(from) ? from : today.minusDays(USUAL_DAYS).toString(),
                QueryParameters.isGiven(to) ? to : today.toString(), zone, change, rows, after);
    }

    public UserZone userZone() {
        return UserZone.of(zone);
    }

    public Place place() {
        return Place.of(rows, after);
    }

    boolean isOf(DifferenceKind kind) {
        return !isOfOneKind() || kind.value().equals(change);
    }

    public boolean isOfOneKind() {
        return Arrays.stream(DifferenceKind.values()).anyMatch(it -> it.value().equals(change));
    }

    /** The last instant of the first day. */
    public Instant begin() {
        return userZone().end(first());
    }

    /** The last instant of the second day; null for now. */
    @Nullable
    Instant end(Instant now) {
        var end = userZone().end(second());
        return end.isBefore(now) ? end : null;
    }

    /** @throws ServiceRejected for days that cannot be compared, which names the field */
    void check(Instant now) {
        var today = LocalDate.ofInstant(now, userZone().id());
        if (second().isAfter(today)) {
            throw ServiceRejected.malformed("to", "must not be after today");
        }
        if (!first().isBefore(second())) {
            throw ServiceRejected.malformed("from", "must be an earlier day than To");
        }
    }

    private LocalDate first() {
        return UserZone.day("from", Objects.toString(from, ""));
    }

    private LocalDate second() {
        return UserZone.day("to", Objects.toString(to, ""));
    }

    /** URI of the differences of a kind. */
    URI uri(UriBuilder uri, Map<String, ?> organization, DifferenceKind kind, Instant now, int limit, @Nullable String cursor) {
        return new QueryParameters(uri, "/organizations/{org}/diff", organization).and("from", begin()).and("to", end(now))
                .and("change", kind.value()).and("limit", limit).and("after", cursor).build();
    }

    /** Address of the page with all differences of a kind. */
    public URI only(String slug, DifferenceKind kind) {
        return page(slug).and("change", kind.value()).build();
    }

    public URI all(String slug) {
        return page(slug).build();
    }

    /** Address of the page with further rows. */
    public URI more(String slug) {
        return page(slug).and("change", change).and("rows", place().continued()).build();
    }

    private QueryParameters page(String slug) {
        return QueryParameters.ofPage("/organizations/{org}/compare", Map.of("org", slug)).and("from", from).and("to", to)
                .and("zone", zone);
    }
}
