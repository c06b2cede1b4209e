package roster.command.publisher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import roster.contract.kafka.MemberEventsTopic;
import roster.local.Patience;

/** Reads the topic of events from its beginning with a plain CloudEvents library. */
public final class Topic implements AutoCloseable {

    private final KafkaConsumer<String, CloudEvent> consumer;
    private final UUID organization;
    private final List<ConsumerRecord<String, CloudEvent>> read = new ArrayList<>();

    /** @param organization events of other organizations are ignored */
    public Topic(String bootstrapServers, UUID organization) {
        this.organization = organization;
        consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(),
                new CloudEventDeserializer());
        var partitions = consumer.partitionsFor(MemberEventsTopic.NAME).stream()
                .map(it -> new TopicPartition(it.topic(), it.partition())).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads until the condition holds. */
    public List<ConsumerRecord<String, CloudEvent>> readUntil(Predicate<List<ConsumerRecord<String, CloudEvent>>> enough) {
        var deadline = System.nanoTime() + Patience.LIMIT.toNanos();
        while (!enough.test(read)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("only " + read.size() + " records: " + read);
            }
            consumer.poll(Duration.ofMillis(100)).forEach(this::add);
        }
        return read;
    }

    /** All records up to the current end. */
    List<ConsumerRecord<String, CloudEvent>> readToTheEnd() {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(this::add);
        }
        return read;
    }

    private void add(ConsumerRecord<String, CloudEvent> record) {
        if (organization.toString().equals(record.value().getExtension("organization"))) {
            read.add(record);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
