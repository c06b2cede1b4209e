package roster.query.review;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.query.event.EventRow;
import roster.query.event.EventRows;
import roster.query.history.Actors;
import roster.query.member.MemberRow;
import roster.query.members.MemberViews;
import roster.query.moment.Cut;
import roster.query.review.NewestEvents.Newest;
import roster.query.review.ReviewedAccess.Confirmation;
import roster.query.token.ApiTokenView;
import roster.query.token.ApiTokenViews;

/** Reads who has access at a cut, with the events that gave it, in the caller's snapshot. */
@Component
final class Reviews {
    private final JdbcClient jdbc;
    private final MemberViews members;
    private final ApiTokenViews tokens;
    private final NewestEvents newest;
    private final EventRows events;
    private final Actors actors;

    Reviews(JdbcClient jdbc, MemberViews members, ApiTokenViews tokens, NewestEvents newest, EventRows events, Actors actors) {
        this.jdbc = jdbc;
        this.members = members;
        this.tokens = tokens;
        this.newest = newest;
        this.events = events;
        this.actors = actors;
    }

    /**
     * A part of a review.
     *
     * @param end position after which the next part begins; null for the last part
     */
    record Part(List<ReviewedAccess> accesses, @Nullable Long end) {}

    /** An event, with the names of its author. */
    private record Told(Map<Long, ReviewedEvent> events) {
        ReviewedEvent at(long position) {
            return Objects.requireNonNull(events.get(position), () -> "there is no event at position " + position);
        }
    }

    /** Of the first members who were invited after a position. No later event changes who they are and in which order. */
    Part members(ReviewFilter filter, Cut cut, long invitedAfter, int limit) {
        var invited = jdbc.sql("""
                select position, member_id from event
                 where organization_id = ? and type = 'member.invited' and position > ? and position <= ? order by position limit ?""")
                .param(filter.organizationId()).param(invitedAfter).param(cut.position()).param(limit)
                .query((row, _) -> Map.entry(row.getLong(1), row.getObject(2, UUID.class))).list();
        var found = members.at(invited.stream().map(Map.Entry::getValue).toList(), cut);
        var wanted = invited.stream().map(it -> Objects.requireNonNull(found.get(it.getValue())))
                .filter(it -> filter.includes(it.member())).toList();
        return new Part(members(filter.organizationId(), cut, wanted), invited.size() < limit ? null : invited.getLast().getKey());
    }

    /** In the order of the rows. */
    List<ReviewedAccess> members(UUID organizationId, Cut cut, List<MemberRow> rows) {
        var last = newest.of(rows.stream().map(it -> it.member().memberId()).toList(), cut.position());
        var told = told(organizationId, Stream.concat(rows.stream().map(it -> it.places().role()),
                last.values().stream().flatMap(it -> Stream.concat(Stream.of(it.change()), Stream.ofNullable(it.confirmation())))));
        return rows.stream().map(it -> access(it, Objects.requireNonNull(last.get(it.member().memberId())), told)).toList();
    }

    private static ReviewedAccess access(MemberRow row, Newest last, Told told) {
        return ReviewedAccess.of(row, told.at(row.places().role()), told.at(last.change()), last.confirmation() == null ? null
                : new Confirmation(last.confirmedRole(), last.confirmation() > row.places().role(), told.at(last.confirmation())));
    }

    /** Of the first API tokens that were created after a position. */
    Part tokens(ReviewFilter filter, Cut cut, long createdAfter, int limit) {
        var found = tokens.valid(filter.organizationId(), createdAfter, cut, limit);
        var told = told(filter.organizationId(), found.stream().map(ApiTokenView::createdPosition));
        return new Part(found.stream().map(it -> ReviewedAccess.of(it, told.at(it.createdPosition()))).toList(),
                found.size() < limit ? null : found.getLast().createdPosition());
    }

    private Told told(UUID organizationId, Stream<Long> positions) {
        var rows = events.at(positions.distinct().toList());
        var names = actors.names(organizationId, rows);
        return new Told(rows.stream().collect(Collectors.toMap(EventRow::position, it -> ReviewedEvent.of(it, names), (one, _) -> one)));
    }
}
