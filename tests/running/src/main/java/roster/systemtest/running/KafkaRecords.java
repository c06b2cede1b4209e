package roster.systemtest.running;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import roster.contract.kafka.LogCheckpointsTopic;
import roster.contract.kafka.MemberEventsTopic;

/** Records of the topics of events and of checkpoints. */
public final class KafkaRecords {
    private final String bootstrapServers;

    public KafkaRecords(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /**
     * @param key the id of the aggregate
     * @param id  the id of the event
     */
    public record Fact(String key, String id, String type, long sequence, String value) {}

    /** All records up to the current end, in order within a key. */
    public List<Fact> all() {
        return read(MemberEventsTopic.NAME).stream().map(KafkaRecords::fact).toList();
    }

    /** All checkpoints of the signed log that are published, in order. */
    public List<String> checkpoints() {
        return read(LogCheckpointsTopic.NAME).stream().map(ConsumerRecord::value).toList();
    }

    private List<ConsumerRecord<String, String>> read(String topic) {
        var properties = new Properties();
        properties.putAll(Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", "false"));
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, String>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    public List<Fact> of(String aggregateId) {
        return all().stream().filter(fact -> fact.key().equals(aggregateId)).toList();
    }

    private static Fact fact(ConsumerRecord<String, String> record) {
        return new Fact(record.key(), header(record, MemberEventsTopic.ID), header(record, MemberEventsTopic.TYPE),
                Long.parseLong(header(record, MemberEventsTopic.SEQUENCE)),
                record.value());
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
