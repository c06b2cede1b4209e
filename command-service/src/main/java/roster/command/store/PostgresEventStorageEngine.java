package roster.command.store;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.SpanKind;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.JdbcUpdateAffectedIncorrectNumberOfRowsException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import roster.command.bus.CommandMetadata;
import roster.command.bus.Recording;
import roster.command.bus.Recording.Appender;
import roster.contract.event.Event;
import roster.contract.event.EventMetadata;
import roster.contract.stored.EventType;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.EventAppender;
import roster.eventstore.EventReader;
import roster.eventstore.InlineChange;
import roster.eventstore.NewEvent;
import roster.tracing.Tracing;

/** Axon's access to the streams of aggregates. For all events, subscribe to the event store instead. */
@Component
final class PostgresEventStorageEngine implements EventStorageEngine {
    private static final Duration[] BOUNDS = {Duration.ofMillis(2), Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(250)};

    private final EventAppender appender;
    private final EventReader reader;
    private final List<InlineProjection> projections;
    private final Timer time;
    private final Tracing tracing;

    PostgresEventStorageEngine(EventAppender appender, EventReader reader, List<InlineProjection> projections, MeterRegistry meters,
            Tracing tracing) {
        this.appender = appender;
        this.reader = reader;
        this.projections = projections;
        this.tracing = tracing;
        this.time = Timer.builder("roster.append").description("sealing and inserting the events of a command, without the commit")
                .serviceLevelObjectives(BOUNDS).register(meters);
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("events are only appended in a transaction");
        }
        var recording = Recording.current();
        recording.add(events.stream().map(PostgresEventStorageEngine::newEvent).toList(),
                detectingConflicts(recording.isDryRun() ? this::rehearse : this::append));
    }

    private List<RecordedEvent> append(List<NewEvent> decided) {
        try (var span = tracing.begin("append events", SpanKind.CLIENT, decided.getFirst().metadata().traceparent())) {
            span.tell("db.system.name", "postgresql").tell("roster.events", decided.size());
            return Objects.requireNonNull(time.record(() -> appender.append(decided, changes(decided))));
        }
    }

    private static Appender detectingConflicts(Appender appender) {
        return events -> {
            try {
                return appender.append(events);
            } catch (DuplicateKeyException | JdbcUpdateAffectedIncorrectNumberOfRowsException e) {
                throw new ConcurrencyException("conflict with a concurrent command", e);
            }
        };
    }

    private List<InlineChange> changes(List<NewEvent> decided) {
        return decided.stream().flatMap(event -> projections.stream().flatMap(it -> it.of(event).stream())).toList();
    }

    /** Appends nothing, but detects the same conflicts as an append. */
    private List<RecordedEvent> rehearse(List<NewEvent> decided) {
        appender.rehearse(changes(decided));
        if (decided.stream().anyMatch(it -> !reader.readAggregate(it.event().aggregateId(), it.sequence()).isEmpty())) {
            throw new ConcurrencyException("conflict with a concurrent command");
        }
        return List.of();
    }

    private static NewEvent newEvent(EventMessage<?> message) {
        var event = (DomainEventMessage<?>) message;
        var metadata = (EventMetadata) Objects.requireNonNull(event.getMetaData().get(CommandMetadata.EVENT_METADATA));
        return new NewEvent(UUID.fromString(event.getIdentifier()), event.getSequenceNumber(), (Event) event.getPayload(), metadata);
    }

    @Override
    public DomainEventStream readEvents(String aggregateId, long firstSequence) {
        var aggregate = UUID.fromString(aggregateId);
        return DomainEventStream.of(Stream.concat(
                reader.readAggregate(aggregate, firstSequence).stream().map(PostgresEventStorageEngine::message),
                Recording.current().unrecorded(aggregate).filter(it -> it.sequence() >= firstSequence)
                        .map(PostgresEventStorageEngine::message)));
    }

    private static DomainEventMessage<Event> message(NewEvent it) {
        return new GenericDomainEventMessage<>(EventType.of(it.event()).aggregateName(), it.event().aggregateId().toString(),
                it.sequence(), it.event(), MetaData.with(CommandMetadata.EVENT_METADATA, it.metadata()));
    }

    private static DomainEventMessage<Event> message(RecordedEvent it) {
        return new GenericDomainEventMessage<>(it.type().aggregateName(), it.aggregateId().toString(), it.sequence(), it.event(),
                MetaData.with(CommandMetadata.EVENT_METADATA, it.metadata()), it.eventId().toString(), it.recordedAt());
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateId) {
        return Optional.empty();
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("streams are short: there are no snapshots");
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        throw new UnsupportedOperationException("subscribe to the event store instead");
    }
}
