package roster.notification.invitation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

import roster.contract.kafka.MemberEventsTopic;

/** Measures how many records of the topic the consumer group has not committed. Asks Kafka, apart from the consumers. */
@Component
final class ConsumerLag implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ConsumerLag.class);

    private final Admin kafka;
    private final String group;

    /** @param committed sum of the offsets of all partitions */
    record Offsets(long committed, long missing) {}

    ConsumerLag(KafkaAdmin admin, @Value("${spring.kafka.consumer.group-id}") String group) {
        this.kafka = Admin.create(admin.getConfigurationProperties());
        this.group = group;
    }

    /** Empty while Kafka does not answer. */
    Optional<Offsets> measure() {
        try {
            return Optional.of(offsets());
        } catch (ExecutionException | KafkaException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.of(new Offsets(0, 0)); // command-service has not created it yet
            }
            log.debug("Kafka cannot be asked", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Offsets offsets() throws ExecutionException, InterruptedException {
        var ends = offsets(OffsetSpec.latest());
        var read = offsets(OffsetSpec.earliest());
        kafka.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().forEach((partition, offset) -> {
            if (offset != null) {
                read.computeIfPresent(partition, (_, first) -> Math.max(first, offset.offset()));
            }
        });
        return new Offsets(sum(read), sum(ends) - sum(read));
    }

    private Map<TopicPartition, Long> offsets(OffsetSpec which) throws ExecutionException, InterruptedException {
        var topic = kafka.describeTopics(List.of(MemberEventsTopic.NAME)).allTopicNames().get().values().stream()
                .flatMap(it -> it.partitions().stream()).map(it -> new TopicPartition(MemberEventsTopic.NAME, it.partition()))
                .collect(Collectors.toMap(Function.identity(), _ -> which));
        var offsets = new HashMap<TopicPartition, Long>();
        kafka.listOffsets(topic).all().get().forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(it -> it).sum();
    }

    @Override
    public void close() {
        kafka.close();
    }
}
