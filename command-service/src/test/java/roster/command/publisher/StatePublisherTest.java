package roster.command.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import roster.command.kafka.KafkaClients;
import roster.command.kafka.RecordProducer;
import roster.command.kafka.RecordProducer.PublishingFailed;
import roster.command.kafka.SomeKafka;
import roster.command.publisher.PublisherProperties.State;
import roster.contract.event.Actor;
import roster.contract.event.Event;
import roster.contract.event.EventMetadata;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberStatus;
import roster.contract.event.Organization;
import roster.contract.kafka.MemberStateTopic;
import roster.contract.role.Role;
import roster.contract.schema.JsonSchemas;
import roster.eventstore.Epochs;
import roster.eventstore.EventAppender;
import roster.eventstore.EventNotifications;
import roster.eventstore.EventReader;
import roster.eventstore.NewEvent;
import roster.eventstore.sealing.DataKeys;
import roster.eventstore.sealing.MasterKeys;
import roster.local.PerJvm;

/** A publisher that the test controls step by step. */
class StatePublisherTest {
    private static final String KAFKA = PerJvm.kafka().bootstrapServers();
    /** The settings of the service, because all tests share the topic. */
    private static final PublisherProperties SETTINGS = new PublisherProperties(6, (short) 1, (short) 1, Duration.ofDays(14),
            "https://roster.example", new State("unused", Duration.ofDays(1)));

    private final DriverManagerDataSource database = PublisherLeaseTest.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final DataKeys keys = new DataKeys(MasterKeys.of(PublisherLeaseTest.MASTER_KEYS), new SimpleMeterRegistry());
    private final Epochs epochs = new Epochs(jdbc);
    private final EventReader store = new EventReader(jdbc, keys);
    private final UUID acme = UUID.randomUUID();
    private final UUID grace = UUID.randomUUID();
    private final KafkaClients kafka = SomeKafka.clients(KAFKA);
    private final RecordProducer first = kafka.exclusive("states-of-" + acme);
    private final RecordProducer second = kafka.exclusive("states-of-" + acme);

    @BeforeEach
    void invite() {
        append(0, new MemberInvited(grace, new Organization(acme, "acme", "Acme"), UUID.randomUUID(), "Grace Hopper", "grace@navy.example",
                Role.DEVELOPER, null, Instant.parse("2026-01-08T09:30:00Z")));
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
        kafka.close();
    }

    private void append(long sequence, Event event) {
        new EventAppender(database, keys).append(List.of(new NewEvent(UUID.randomUUID(), sequence, event,
                new EventMetadata(acme, Actor.SYSTEM, null, null, "correlation", "cause", null, null, null))));
    }

    private Publisher publisher(RecordProducer producer, PublishedSource.Publication publication) {
        var lease = new PublisherLease("state-publisher", jdbc);
        return new Publisher("states", PublishedSource.of(store, publication), lease, producer,
                new PublishedTopic(kafka.topic(PublisherConfiguration.stateTopic(SETTINGS)), lease,
                        new StateUpkeep(kafka.reader(MemberStateTopic.NAME), producer, lease, jdbc, epochs), epochs),
                new EventNotifications(database)::onEvents);
    }

    /** A compacted topic keeps its last record, here the name of a deleted member. */
    @Test
    void a_state_that_was_frozen_on_its_way_does_not_come_after_a_newer_one() throws Exception {
        var other = publisher(second, new MemberStates(store, epochs, new JsonSchemas(SETTINGS.schemas())));
        var frozen = publisher(first, (events, upTo) -> {
            var records = new MemberStates(store, epochs, new JsonSchemas(SETTINGS.schemas())).records(events, upTo);
            append(1, new MemberDeleted(grace, MemberStatus.INVITED));
            takenOverBy(other);
            return records;
        });

        assertThatExceptionOfType(PublishingFailed.class).isThrownBy(frozen::publish);

        assertThat(frozen.publish()).isEqualTo(other.publish());
        assertEndsWithNothing(1);
    }

    @Test
    void an_erasure_publishes_another_tombstone() throws Exception {
        var publisher = publisher(first, new MemberStates(store, epochs, new JsonSchemas(SETTINGS.schemas())));
        publisher.publish();
        append(1, new MemberDeleted(grace, MemberStatus.INVITED));
        publisher.publish();
        append(2, new MemberErased(grace));

        publisher.publish();

        assertEndsWithNothing(2);
    }

    private void takenOverBy(Publisher other) {
        jdbc.sql("update command.subscription set leased_until = clock_timestamp()").update();
        try {
            other.publish();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void assertEndsWithNothing(long sequence) {
        try (var topic = new StateTopic(KAFKA, acme)) {
            var state = Objects.requireNonNull(topic.readToTheEnd().get(grace));
            assertThat(StateTopic.sequence(state)).isEqualTo(sequence);
            assertThat(state.value()).isNull();
        }
    }
}
