package roster.console.activity;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import roster.console.page.Place;
import roster.console.page.UserZone;
import roster.console.service.QueryParameters;
import roster.console.service.ServiceRejected;

/**
 * Filter of the events shown, from the query parameters of the page. Blank values count as absent.
 *
 * @param type   stored name of a type, or name of an aggregate for all of its types
 * @param actor  who caused the events: an id, the name of an operator, or words of a member's name or address
 * @param member whom the events are about: an id, or words of the name or address
 * @param from   first day
 * @param to     last day
 * @param zone   name of the time zone of the days
 * @param rows   number of rows that are shown, including those before {@code after}
 * @param after  cursor after which only further rows are requested
 */
record ActivitySearch(@Nullable String type, @Nullable String actor, @Nullable String member, @Nullable String from, @Nullable String to,
        @Nullable String zone, @Nullable String rows, @Nullable String after) {
    public UserZone userZone() {
        return UserZone.of(zone);
    }

    public Place place() {
        return Place.of(rows, after);
    }

    public boolean isNarrow() {
        return isPersonal() || QueryParameters.isGiven(type) || QueryParameters.isGiven(from) || QueryParameters.isGiven(to);
    }

    private boolean isPersonal() {
        return QueryParameters.isGiven(actor) || QueryParameters.isGiven(member);
    }

    /** The same search with the ids of an actor and a member. */
    ActivitySearch by(@Nullable String actorId, @Nullable String memberId) {
        return new ActivitySearch(type, actorId, memberId, from, to, zone, rows, after);
    }

    /** True when later events can be found, too: the last day has not ended. */
    public boolean isOpen(Instant now) {
        return end(now) == null;
    }

    /**
     * Adds the filter to a query.
     *
     * @throws ServiceRejected for what is not a day, which names the field
     */
    QueryParameters addTo(QueryParameters query, Instant now) {
        var begin = QueryParameters.isGiven(from) ? userZone().before(UserZone.day("from", String.valueOf(from))) : null;
        return addKindTo(query).and("from", begin).and("to", end(now));
    }

    /** Adds the filter without its days. */
    QueryParameters addKindTo(QueryParameters query) {
        return query.and("type", EventGroup.types(type)).and("actor", actor).and("member", member);
    }

    private @Nullable Instant end(Instant now) {
        if (!QueryParameters.isGiven(to)) {
            return null;
        }
        var end = userZone().end(UserZone.day("to", String.valueOf(to)));
        return end.isBefore(now) ? end : null;
    }
}
