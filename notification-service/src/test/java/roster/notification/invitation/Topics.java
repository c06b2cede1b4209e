package roster.notification.invitation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static roster.notification.Surroundings.RELAY;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import roster.contract.event.Event;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.Organization;
import roster.contract.kafka.MemberEventsTopic;
import roster.contract.role.Role;
import roster.contract.stored.EventJson;
import roster.contract.stored.EventType;
import roster.local.PerJvm;

/** Publishes events to Kafka as command-service does, and reads the dead letters. */
public final class Topics implements AutoCloseable {
    private static final Map<String, Object> KAFKA = Map.of("bootstrap.servers", PerJvm.kafka().bootstrapServers());

    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(with("max.request.size", 5_000_000),
            new ByteArraySerializer(), new ByteArraySerializer());

    private static Map<String, Object> with(String name, Object value) {
        return Map.of("bootstrap.servers", PerJvm.kafka().bootstrapServers(), name, value);
    }

    public static void createIfAbsent() throws Exception {
        try (var admin = Admin.create(KAFKA)) {
            if (!admin.listTopics().names().get().contains(MemberEventsTopic.NAME)) {
                admin.createTopics(List.of(new NewTopic(MemberEventsTopic.NAME, 2, (short) 1)
                        .configs(Map.of("max.message.bytes", "5000000")))).all().get();
            }
        }
    }

    /** Commits the end offsets, as if the group had read everything. */
    static void commitTheEnd(String group) {
        try (var consumer = new KafkaConsumer<>(with("group.id", group), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(MemberEventsTopic.NAME).stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            consumer.commitSync();
        }
    }

    void publish(UUID eventId, long sequence, Event event) throws Exception {
        publish(record(eventId, sequence, event));
    }

    void publish(ProducerRecord<byte[], byte[]> record) throws ExecutionException, InterruptedException {
        producer.send(record).get();
    }

    /** Returns when a later record of the same key, and so of the same partition, has been processed. */
    void publishAndAwaitAnotherOf(UUID member) throws Exception {
        var last = "last-" + UUID.randomUUID() + "@navy.example";
        publish(UUID.randomUUID(), 9, invited(member, "Last", last));
        await().untilAsserted(() -> assertThat(RELAY.receivedBy(last)).hasSize(1));
    }

    /** The invitation of a first admin, which causes one e-mail. */
    static MemberInvited invited(UUID member, String name, String email) {
        return new MemberInvited(member, new Organization(UUID.randomUUID(), "acme", "Acme"), UUID.randomUUID(), name, email,
                Role.ADMIN, null, Instant.now().plus(Duration.ofDays(7)));
    }

    public static ProducerRecord<byte[], byte[]> record(UUID eventId, long sequence, Event event) {
        var type = EventType.of(event);
        var record = new ProducerRecord<>(MemberEventsTopic.NAME, event.aggregateId().toString().getBytes(UTF_8),
                EventJson.write(event).getBytes(UTF_8));
        Map.of(MemberEventsTopic.ID, eventId,
                MemberEventsTopic.TYPE, MemberEventsTopic.cloudEventType(type),
                MemberEventsTopic.REVISION, type.revision(),
                MemberEventsTopic.SEQUENCE, sequence,
                MemberEventsTopic.TIME, Instant.now())
                .forEach((name, it) -> record.headers().add(name, it.toString().getBytes(UTF_8)));
        return record;
    }

    /** All dead letters. */
    static List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        try (var consumer = new KafkaConsumer<>(with("fetch.max.wait.ms", 10), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(MemberEventsTopic.DEAD_LETTERS).stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var emails = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (ends.entrySet().stream().anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(emails::add);
            }
            return emails;
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
