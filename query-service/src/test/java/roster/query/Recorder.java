package roster.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import roster.contract.event.Actor;
import roster.contract.event.Event;
import roster.contract.event.EventMetadata;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.stored.Concerned;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.Epochs;
import roster.eventstore.EventAppender;
import roster.eventstore.EventNotifier;
import roster.eventstore.EventReader;
import roster.eventstore.NewEvent;
import roster.eventstore.sealing.DataKeys;
import roster.eventstore.sealing.MasterKeys;
import roster.eventstore.sealing.NewKey;
import roster.local.postgres.Database;

/** Records events as command-service does. */
@TestComponent
public class Recorder implements AutoCloseable {
    public static final String MASTER_KEYS = "t1:fJ3Xk0Yv8QdLr5sT1uWz7aBcDeGhIiMnOpRq2V4x6yE=";

    private final JdbcClient jdbc;
    private final DataKeys keys = new DataKeys(MasterKeys.of(MASTER_KEYS), new SimpleMeterRegistry());
    private final TransactionTemplate transaction;
    private final EventAppender appender;
    private final EventNotifier notifier;
    private final Standing standing;
    private final Map<UUID, Long> sequences = new ConcurrentHashMap<>();

    public Recorder(Database database) {
        var connections = new DriverManagerDataSource(database.jdbcUrl(), "roster_command", database.passwords().command());
        jdbc = JdbcClient.create(connections);
        transaction = new TransactionTemplate(new JdbcTransactionManager(connections));
        standing = new Standing(jdbc);
        appender = new EventAppender(connections, keys);
        notifier = new EventNotifier(connections);
        notifier.start();
    }

    public List<RecordedEvent> record(UUID organization, Event... events) {
        return record(by(organization, new Actor(Actor.Kind.OPERATOR, "operator")), events);
    }

    public List<RecordedEvent> record(EventMetadata metadata, Event... events) {
        var news = new ArrayList<NewEvent>();
        for (var event : events) {
            var sequence = sequences.merge(event.aggregateId(), 0L, (last, _) -> last + 1);
            news.add(new NewEvent(UUID.randomUUID(), sequence, event, metadata));
        }
        return append(news);
    }

    public List<RecordedEvent> append(List<NewEvent> events) {
        var recorded = transaction.<List<RecordedEvent>>execute(_ -> {
            events.forEach(it -> standing.keep(it.metadata().organizationId(), it.event()));
            makeKeysOfStrangers(events);
            events.stream().filter(it -> it.event() instanceof MemberErased).forEach(it -> keys.destroy(jdbc, it.event().aggregateId()));
            return appender.append(events);
        });
        notifier.appended();
        return recorded;
    }

    /** Creates data keys of inviters and owners without an event of their own. */
    private void makeKeysOfStrangers(List<NewEvent> events) {
        var strangers = events.stream().map(it -> new Concerned(it.event(), it.metadata()))
                .flatMap(it -> it.personal().map(it::member).flatMap(Optional::stream)).collect(Collectors.toSet());
        events.stream().filter(it -> it.event() instanceof MemberInvited).forEach(it -> strangers.remove(it.event().aggregateId()));
        jdbc.sql("""
                insert into key_store.data_key (member_id, master_key_id, wrapped_key)
                select member_id::uuid, master_key_id, wrapped_key
                  from unnest(?::text[], ?::text[], ?::bytea[]) as new (member_id, master_key_id, wrapped_key)
                    on conflict do nothing""")
                .params(NewKey.columns(keys.sealing(jdbc, List.of(), strangers).newKeys())).update();
    }

    /** The secret of a recorded token. */
    public String secret(UUID tokenId) {
        return standing.secret(tokenId).reveal();
    }

    /** The recorded hour of the member's last sign-in. */
    public Optional<Instant> lastSignIn(UUID memberId) {
        return jdbc.sql("select signed_in_at from access.member_sign_in where member_id = ?").param(memberId)
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant()).optional();
    }

    /** An append that uses positions and is rolled back. */
    public void recordInVain(UUID organization, Event event) {
        transaction.executeWithoutResult(status -> {
            var events = List.of(new NewEvent(UUID.randomUUID(), 0, event, by(organization, Actor.SYSTEM)));
            makeKeysOfStrangers(events);
            appender.append(events);
            status.setRollbackOnly();
        });
        notifier.appended();
    }

    /** As after a restore of the store from a backup. */
    public void beginEpoch() {
        new Epochs(jdbc).begin(0);
    }

    public long lastPosition() {
        return jdbc.sql("select last_value from event_store.event_position").query(Long.class).single();
    }

    public List<RecordedEvent> all() {
        return new EventReader(jdbc, keys).read(-1, Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    public static EventMetadata by(UUID organization, Actor actor) {
        return new EventMetadata(organization, actor, null, null, "correlation", "causation", null, null, null);
    }

    @Override
    public void close() {
        notifier.close();
    }
}
