package roster.command.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

import roster.contract.kafka.MemberStateTopic;
import roster.contract.stored.RecordedEvent;
import roster.local.Patience;

/** Reads the topic of states from its beginning, and keeps the last record of each key, like compaction. */
final class StateTopic implements AutoCloseable {

    private final KafkaConsumer<String, @Nullable String> consumer;
    private final UUID organization;
    private final Map<UUID, ConsumerRecord<String, @Nullable String>> last = new HashMap<>();

    /** @param organization records of other organizations are ignored */
    StateTopic(String bootstrapServers, UUID organization) {
        this.organization = organization;
        consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer());
        var partitions = consumer.partitionsFor(MemberStateTopic.NAME).stream()
                .map(it -> new TopicPartition(it.topic(), it.partition())).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads until each member's state includes the newest event. */
    Map<UUID, ConsumerRecord<String, @Nullable String>> readUntilAsNewAs(Map<UUID, RecordedEvent> newest) {
        return readUntil(it -> newest.entrySet().stream()
                .allMatch(member -> it.containsKey(member.getKey()) && sequence(it.get(member.getKey())) >= member.getValue().sequence()));
    }

    Map<UUID, ConsumerRecord<String, @Nullable String>> readUntil(Predicate<Map<UUID, ConsumerRecord<String, @Nullable String>>> enough) {
        var deadline = System.nanoTime() + Patience.LIMIT.toNanos();
        while (!enough.test(last)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("only " + last);
            }
            read();
        }
        return last;
    }

    /** All records up to the current end. */
    Map<UUID, ConsumerRecord<String, @Nullable String>> readToTheEnd() {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            read();
        }
        return last;
    }

    private void read() {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> {
            if (header(record, MemberStateTopic.ORGANIZATION).equals(organization.toString())) {
                var before = last.put(UUID.fromString(record.key()), record);
                assertThat(before == null ? -1 : place(before)).as("sequence before that of " + record)
                        .isLessThanOrEqualTo(place(record));
            }
        });
    }

    /** Grows with epoch and sequence. */
    private static long place(ConsumerRecord<?, ?> record) {
        return Long.parseLong(header(record, MemberStateTopic.EPOCH)) * 1_000_000 + sequence(record);
    }

    static long sequence(ConsumerRecord<?, ?> record) {
        return Long.parseLong(header(record, MemberStateTopic.SEQUENCE));
    }

    static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
