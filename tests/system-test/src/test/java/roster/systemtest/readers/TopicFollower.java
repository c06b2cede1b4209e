package roster.systemtest.readers;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import roster.contract.kafka.MemberEventsTopic;

/** Reads the topic of events, and drops what it has seen, as docs/consuming.md says. */
final class TopicFollower extends Follower {
    private final Map<String, Object> settings;
    private final String organization;
    private final Map<String, Long> newest = new HashMap<>();
    private int dropped;

    TopicFollower(Source source, String organization) {
        this.settings = Map.of("bootstrap.servers", source.bootstrapServers(), "enable.auto.commit", "false",
                "isolation.level", "read_committed", "auto.offset.reset", "earliest");
        this.organization = organization;
    }

    @Override
    void read() {
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(MemberEventsTopic.NAME).stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!isClosing()) {
                consumer.poll(Duration.ofMillis(200)).forEach(this::take);
            }
        }
    }

    private void take(ConsumerRecord<String, String> record) {
        if (!header(record, MemberEventsTopic.ORGANIZATION).equals(organization)) {
            return;
        }
        var event = Seen.of(header(record, MemberEventsTopic.POSITION), header(record, MemberEventsTopic.ID), record.key(),
                header(record, MemberEventsTopic.SEQUENCE), header(record, MemberEventsTopic.TYPE), header(record, MemberEventsTopic.TIME));
        if (event.place().sequence() > newest.getOrDefault(record.key(), -1L)) {
            newest.put(record.key(), event.place().sequence());
            note(event);
        } else {
            dropped++;
        }
    }

    /** Number of records that came again. Must not be called before it is closed. */
    int dropped() {
        return dropped;
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
