package roster.query.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.event.ApiTokenEvent;
import roster.contract.event.Event;
import roster.contract.event.InvitationMailEvent;
import roster.contract.event.MemberEvent;
import roster.contract.event.OrganizationEvent;
import roster.contract.event.RecordedEvent;
import roster.eventstore.EventReader;
import roster.eventstore.sealing.DataKeys;
import roster.query.generation.Generation;
import roster.query.generation.Generations;
import roster.query.history.HistoryEntry;
import roster.query.history.HistoryRows;
import roster.query.member.MemberRows;
import roster.query.role.RoleRows;
import roster.query.token.ApiTokenRows;

/** Brings a generation that the caller has locked forward by one batch of events, in the caller's transaction. */
final class Batches {
    private static final int MOST_EVENTS = 1_000;

    private final JdbcClient jdbc;
    private final EventReader events;
    private final Generations generations;

    Batches(JdbcClient jdbc, DataKeys keys) {
        this.jdbc = jdbc;
        this.events = new EventReader(jdbc, keys);
        this.generations = new Generations(jdbc);
    }

    Advance fold(Generation generation) {
        var mark = events.highWaterMark();
        var batch = mark.position() > generation.position()
                ? events.read(generation.position(), mark.position(), MOST_EVENTS)
                : List.<RecordedEvent>of();
        var advance = Advance.over(batch, batch.size() == MOST_EVENTS, generation.position(), mark);
        if (advance.position() > generation.position()) {
            write(batch);
            generations.advance(generation, advance.position());
        }
        return advance;
    }

    private void write(List<RecordedEvent> batch) {
        var history = new ArrayList<HistoryEntry>();
        var fold = new Fold(MemberRows.load(jdbc, ids(batch, Batches::member)), ApiTokenRows.load(jdbc, ids(batch, Batches::token)),
                history::add);
        batch.forEach(fold::apply);
        if (!fold.tokens().isEmpty()) {
            ApiTokenRows.upsert(jdbc, fold.tokens());
        }
        if (!fold.members().isEmpty()) {
            MemberRows.upsert(jdbc, fold.members());
        }
        if (!history.isEmpty()) {
            RoleRows.add(jdbc, fold.roleChanges());
            HistoryRows.insert(jdbc, history);
        }
    }

    private static List<UUID> ids(List<RecordedEvent> batch, Function<Event, Stream<UUID>> about) {
        return batch.stream().map(RecordedEvent::event).flatMap(about).distinct().toList();
    }

    private static Stream<UUID> member(Event event) {
        return switch (event) {
            case MemberEvent it -> Stream.of(it.memberId());
            case InvitationMailEvent it -> Stream.of(it.memberId());
            case OrganizationEvent _,ApiTokenEvent _ -> Stream.empty();
        };
    }

    private static Stream<UUID> token(Event event) {
        return event instanceof ApiTokenEvent it ? Stream.of(it.tokenId()) : Stream.empty();
    }
}
