package roster.query.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.contract.schema.JsonSchemas;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.Epochs;
import roster.eventstore.EventReader;
import roster.eventstore.sealing.DataKeys;
import roster.query.event.EventRow;
import roster.query.event.EventTable;
import roster.query.feed.FeedEvent.Audit;
import roster.query.history.ActorNames;
import roster.query.history.Actors;

/**
 * Reads the feed, in the caller's snapshot. Order, authors and changes come from the views, the data of events from the event store, so that
 * the data of an erased member is unreadable as soon as the key is destroyed.
 */
@Component
public final class Feed {
    private final JdbcClient jdbc;
    private final EventReader events;
    private final Epochs epochs;
    private final Actors actors;
    private final JsonSchemas schemas;

    Feed(JdbcClient jdbc, DataKeys keys, Actors actors, JsonSchemas schemas) {
        this.schemas = schemas;
        this.jdbc = jdbc;
        this.events = new EventReader(jdbc, keys);
        this.epochs = new Epochs(jdbc);
        this.actors = actors;
    }

    /** An event of the feed with all that is known of it. */
    public record Entry(EventRow row, FeedEvent event) {}

    /** The first events of the range in this order. */
    public List<Entry> read(FeedFilter filter, Range range, FeedOrder order, int limit) {
        return entries(rows(filter, range, order, limit));
    }

    /** As {@link #read}, with what the view has of them. */
    public List<EventRow> rows(FeedFilter filter, Range range, FeedOrder order, int limit) {
        var parameters = new ArrayList<Object>(List.of(range.after(), range.upTo()));
        parameters.addAll(filter.parameters());
        parameters.add(limit);
        return jdbc.sql(EventTable.TABLE.select() + " where position > ? and position <= ?" + filter.sql()
                + " order by position" + (order == FeedOrder.NEWEST ? " desc" : "") + " limit ?")
                .params(parameters).query(EventTable.TABLE.mapper()).list();
    }

    /** Adds the data of the events, from the event store, and names. */
    public List<Entry> entries(List<EventRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var recorded = events.readAt(rows.stream().map(EventRow::position).toList()).stream()
                .collect(Collectors.toMap(RecordedEvent::position, Function.identity()));
        var names = names(rows);
        var store = epochs.storeId();
        return rows.stream().map(row -> {
            var stored = Objects.requireNonNull(recorded.get(row.position()), () -> "the event store lacks position " + row.position());
            return new Entry(row,
                    FeedEvent.of(row, stored, store, schemas.of(stored.type()),
                            audit(row, stored, Objects.requireNonNull(names.get(row.organizationId())))));
        }).toList();
    }

    private Map<UUID, ActorNames> names(List<EventRow> rows) {
        var names = new HashMap<UUID, ActorNames>();
        rows.stream().collect(Collectors.groupingBy(EventRow::organizationId))
                .forEach((organization, its) -> names.put(organization, actors.names(organization, its)));
        return names;
    }

    private static Audit audit(EventRow row, RecordedEvent recorded, ActorNames names) {
        var metadata = recorded.metadata();
        return new Audit(names.author(row), names.inWhoseName(row), names.concerned(row), names.token(row), metadata.reason(), row.before(),
                row.after(), metadata.correlationId(),
                metadata.causationId());
    }
}
