package roster.notification.invitation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

import roster.contract.kafka.MemberEventsTopic;

/** Reads records that Kafka has, outside the consumer group. */
@Component
final class EventRecords {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Map<String, Object> settings;

    /** Receives records batch by batch. */
    @FunctionalInterface
    interface Batches {
        void accept(List<ConsumerRecord<byte[], byte @Nullable []>> batch) throws InterruptedException;
    }

    EventRecords(ConsumerFactory<?, ?> consumers) {
        settings = new HashMap<>(consumers.getConfigurationProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.putAll(Map.of(ConsumerConfig.CLIENT_ID_CONFIG, "roster-reconciler", ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000));
    }

    /** Reads from the first record up to the ends. */
    void read(Map<TopicPartition, Long> ends, Batches batches) throws InterruptedException {
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            while (ends.entrySet().stream().anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
                var batch = new ArrayList<ConsumerRecord<byte[], byte @Nullable []>>();
                consumer.poll(POLL).forEach(batch::add);
                batches.accept(batch);
            }
        }
    }

    /** The places of the records that are dead letters. */
    Set<String> placesOfDead() throws InterruptedException {
        var places = new HashSet<String>();
        read(endsOf(MemberEventsTopic.DEAD_LETTERS), batch -> batch.forEach(it -> places.add(
                text(it, DeadLetter.TOPIC) + "-" + text(it, DeadLetter.PARTITION) + "@" + text(it, DeadLetter.OFFSET))));
        return places;
    }

    private Map<TopicPartition, Long> endsOf(String topic) {
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer
                    .endOffsets(consumer.partitionsFor(topic).stream().map(it -> new TopicPartition(topic, it.partition())).toList());
        }
    }

    private static String text(ConsumerRecord<?, ?> record, String header) {
        var found = record.headers().lastHeader(header);
        return found == null ? "" : new String(found.value(), StandardCharsets.UTF_8);
    }

    static String place(ConsumerRecord<?, ?> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }
}
