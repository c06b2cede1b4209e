package roster.notification.invitation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

import roster.contract.kafka.MemberEventsTopic;

/** Asks Kafka how far the topic of events reaches, and how far the consumer group has read it. */
@Component
final class TopicProgress implements AutoCloseable {
    private final Supplier<Admin> clients;
    private final String group;
    private @Nullable Admin client;

    @Autowired
    TopicProgress(KafkaAdmin admin, @Value("${spring.kafka.consumer.group-id}") String group) {
        this(() -> Admin.create(admin.getConfigurationProperties()), group);
    }

    /** @param clients makes a client */
    TopicProgress(Supplier<Admin> clients, String group) {
        this.clients = clients;
        this.group = group;
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
            return offsets(client());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unknown(e);
        } catch (ExecutionException | KafkaException e) {
            if (isAboutUnknownTopic(e)) {
                return Map.of();
            }
            throw new Unknown(e);
        }
    }

    private static boolean isAboutUnknownTopic(Exception e) {
        return e.getCause() instanceof UnknownTopicOrPartitionException;
    }

    private Map<TopicPartition, Offsets> offsets(Admin kafka) throws ExecutionException, InterruptedException {
        try {
            return offsets(kafka, partitions(kafka));
        } catch (ExecutionException | KafkaException e) {
            if (!isAboutUnknownTopic(e)) {
                discard(kafka);
            }
            throw e;
        }
    }

    /** Made at its first use: the names of the servers may not be known at the start. */
    private synchronized Admin client() {
        var current = client == null ? clients.get() : client;
        client = current;
        return current;
    }

    /**
     * Closes a client that did not get an answer. When packets vanished while it connected, it would wait for the versions of the broker on that
     * connection for up to an hour.
     */
    private synchronized void discard(Admin unanswered) {
        if (unanswered.equals(client)) {
            client = null;
        }
        unanswered.close(Duration.ZERO);
    }

    private Map<TopicPartition, Offsets> offsets(Admin kafka, List<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        var ends = offsets(kafka, partitions, OffsetSpec.latest());
        var read = offsets(kafka, partitions, OffsetSpec.earliest());
        kafka.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().forEach((partition, offset) -> {
            if (offset != null) {
                read.computeIfPresent(partition, (_, first) -> Math.max(first, offset.offset()));
            }
        });
        return partitions.stream().collect(Collectors.toMap(Function.identity(),
                it -> new Offsets(read.getOrDefault(it, 0L), ends.getOrDefault(it, 0L))));
    }

    private static List<TopicPartition> partitions(Admin kafka) throws ExecutionException, InterruptedException {
        return kafka.describeTopics(List.of(MemberEventsTopic.NAME)).allTopicNames().get().values().stream()
                .flatMap(it -> it.partitions().stream()).map(it -> new TopicPartition(MemberEventsTopic.NAME, it.partition())).toList();
    }

    private static Map<TopicPartition, Long> offsets(Admin kafka, List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        var offsets = new HashMap<TopicPartition, Long>();
        kafka.listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> which))).all().get()
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
    }
}
