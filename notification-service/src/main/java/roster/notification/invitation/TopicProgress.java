package roster.notification.invitation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

import roster.contract.kafka.MemberEventsTopic;

/** Asks Kafka how far the topic reaches, and how far the consumer group has read it. */
@Component
final class TopicProgress {
    private final Map<String, Object> settings;
    private final String group;

    TopicProgress(KafkaAdmin admin, KafkaProperties properties) {
        this.settings = admin.getConfigurationProperties();
        this.group = Objects.requireNonNull(properties.getConsumer().getGroupId());
    }

    /** Kafka could not be asked. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown(Exception cause) {
            super("Kafka cannot be asked for the end of the events: " + cause.getMessage(), cause);
        }
    }

    /** Offset of the next record by partition; only partitions that hold records. */
    Map<TopicPartition, Long> ends() {
        return ask(admin -> {
            var partitions = partitions(admin);
            var firsts = offsets(admin, partitions, OffsetSpec.earliest());
            var ends = offsets(admin, partitions, OffsetSpec.latest());
            ends.entrySet().removeIf(it -> it.getValue() <= firsts.getOrDefault(it.getKey(), 0L));
            return ends;
        });
    }

    /** Offset of the first record that the group has not acknowledged, by partition. */
    Map<TopicPartition, Long> committed(Collection<TopicPartition> partitions) {
        return ask(admin -> {
            var committed = new HashMap<TopicPartition, Long>();
            admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().forEach((partition, offset) -> {
                if (offset != null && partitions.contains(partition)) {
                    committed.put(partition, offset.offset());
                }
            });
            return committed;
        });
    }

    private interface Question<T> {
        T of(Admin admin) throws ExecutionException, InterruptedException;
    }

    private <T> T ask(Question<T> question) {
        try (var admin = Admin.create(settings)) {
            return question.of(admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unknown(e);
        } catch (ExecutionException e) {
            throw new Unknown(e);
        } catch (KafkaException e) {
            throw new Unknown(e);
        }
    }

    /** None when the topic does not exist yet. */
    private static List<TopicPartition> partitions(Admin admin) throws ExecutionException, InterruptedException {
        try {
            return admin.describeTopics(List.of(MemberEventsTopic.NAME)).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream().map(it -> new TopicPartition(topic.name(), it.partition()))).toList();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return List.of();
            }
            throw e;
        }
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        var found = admin.listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> which))).all().get();
        var offsets = new HashMap<TopicPartition, Long>();
        found.forEach((partition, result) -> offsets.put(partition, result.offset()));
        return offsets;
    }
}
