package roster.command.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads existing records of a topic once, outside any consumer group. Needs the right to read. */
public final class TopicReader {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Map<String, Object> settings;
    private final String topic;

    TopicReader(Map<String, Object> settings, String topic) {
        this.settings = settings;
        this.topic = topic;
    }

    /**
     * Reads up to the ends, batch by batch.
     *
     * @param starts offsets to begin with, by partition; may end early
     */
    public void read(List<Long> starts, List<Long> ends, Consumer<List<ConsumerRecord<String, @Nullable String>>> batches) {
        try (var consumer = new KafkaConsumer<String, @Nullable String>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = IntStream.range(0, ends.size()).mapToObj(it -> new TopicPartition(topic, it)).toList();
            consumer.assign(partitions);
            partitions.forEach(it -> consumer.seek(it, it.partition() < starts.size() ? starts.get(it.partition()) : 0));
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it.partition()))) {
                var batch = new ArrayList<ConsumerRecord<String, @Nullable String>>();
                consumer.poll(POLL).forEach(batch::add);
                batches.accept(batch);
            }
        }
    }

    /** Receives records batch by batch. */
    @FunctionalInterface
    public interface Batches<E extends Exception> {
        void accept(List<ConsumerRecord<String, @Nullable String>> batch) throws E;
    }

    /** Reads all records that the topic has now. None while it does not exist. */
    public <E extends Exception> void readAll(Batches<E> batches) throws E {
        try (var consumer = new KafkaConsumer<String, @Nullable String>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream().map(it -> new TopicPartition(topic, it.partition())).toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < Objects.requireNonNull(ends.get(it)))) {
                var batch = new ArrayList<ConsumerRecord<String, @Nullable String>>();
                consumer.poll(POLL).forEach(batch::add);
                batches.accept(batch);
            }
        }
    }
}
