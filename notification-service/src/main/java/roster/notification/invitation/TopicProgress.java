package roster.notification.invitation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

import roster.contract.kafka.MemberEventsTopic;

/** Asks Kafka how far the topic of events reaches, and how far the consumer group has read it. */
@Component
final class TopicProgress implements AutoCloseable {
    private final Map<String, Object> settings;
    private final String group;
    /** Null until it can be created: the names of the servers may not be known at the start. */
    private @Nullable Admin kafka;

    TopicProgress(KafkaAdmin admin, @Value("${spring.kafka.consumer.group-id}") String group) {
        this.settings = admin.getConfigurationProperties();
        this.group = group;
    }

    private synchronized Admin kafka() {
        var created = kafka == null ? Admin.create(settings) : kafka;
        kafka = created;
        return created;
    }

    /**
     * Offsets of a partition.
     *
     * @param read offset of the first record that Kafka has and the group has not acknowledged
     * @param end  offset of the next record
     */
    record Offsets(long read, long end) {
        long missing() {
            return end - read;
        }
    }

    /** Kafka could not be asked. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown(Exception cause) {
            super("Kafka cannot be asked for the end of the events: " + cause.getMessage(), cause);
        }
    }

    /** The offsets of all partitions; none while command-service has not created the topic. */
    Map<TopicPartition, Offsets> offsets() {
        try {
            return offsets(partitions());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unknown(e);
        } catch (ExecutionException | KafkaException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Map.of();
            }
            throw new Unknown(e);
        }
    }

    private Map<TopicPartition, Offsets> offsets(List<TopicPartition> partitions) throws ExecutionException, InterruptedException {
        var ends = offsets(partitions, OffsetSpec.latest());
        var read = offsets(partitions, OffsetSpec.earliest());
        kafka().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().forEach((partition, offset) -> {
            if (offset != null) {
                read.computeIfPresent(partition, (_, first) -> Math.max(first, offset.offset()));
            }
        });
        return partitions.stream().collect(Collectors.toMap(Function.identity(),
                it -> new Offsets(read.getOrDefault(it, 0L), ends.getOrDefault(it, 0L))));
    }

    private List<TopicPartition> partitions() throws ExecutionException, InterruptedException {
        return kafka().describeTopics(List.of(MemberEventsTopic.NAME)).allTopicNames().get().values().stream()
                .flatMap(it -> it.partitions().stream()).map(it -> new TopicPartition(MemberEventsTopic.NAME, it.partition())).toList();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        var offsets = new HashMap<TopicPartition, Long>();
        kafka().listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> which))).all().get()
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    @Override
    public synchronized void close() {
        if (kafka != null) {
            kafka.close();
        }
    }
}
