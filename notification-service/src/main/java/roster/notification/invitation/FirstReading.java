package roster.notification.invitation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.event.ListenerContainerPartitionIdleEvent;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.stereotype.Component;

import roster.contract.kafka.MemberEventsTopic;
import roster.notification.queue.Reading;

/** Seeks consumers to the records that a new queue has not read yet, regardless of committed offsets, and stores their progress. */
@Component
final class FirstReading implements ConsumerAwareRebalanceListener {
    private static final Logger log = LoggerFactory.getLogger(FirstReading.class);

    private final Reading reading;
    private final Set<TopicPartition> known = ConcurrentHashMap.newKeySet();
    private final Set<TopicPartition> missing = ConcurrentHashMap.newKeySet();

    FirstReading(Reading reading) {
        this.reading = reading;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        known.removeAll(partitions);
        ask(partitions, () -> leadBack(consumer, partitions));
    }

    /**
     * Called when a partition has been idle for a while. Where the consumer's position is beyond the last record that it received, the
     * records between were deleted by the topic's retention or are transaction markers. A partition that ends before the goal has lost records.
     */
    @EventListener
    void nothingComes(ListenerContainerPartitionIdleEvent idle) {
        var partition = idle.getTopicPartition();
        if (!known.contains(partition)) {
            ask(Set.of(partition), () -> leadBack(idle.getConsumer(), Set.of(partition)));
        } else if (missing.contains(partition)) {
            ask(Set.of(partition), () -> advanceIdle(partition, idle.getConsumer()));
        }
    }

    private void advanceIdle(TopicPartition partition, Consumer<?, ?> consumer) {
        long position = consumer.position(partition);
        advance(partition, position);
        if (missing.contains(partition) && position >= Objects.requireNonNull(consumer.endOffsets(Set.of(partition)).get(partition))) {
            log.warn("{} has lost records that it had at the creation of the queue; what it has now has been read", partition);
            reading.complete(partition.partition());
            missing.remove(partition);
        }
    }

    private static void ask(Collection<TopicPartition> partitions, Runnable question) {
        try {
            question.run();
        } catch (DataAccessException | KafkaException e) {
            log.warn("the progress of {} is unknown; retrying soon", partitions, e);
        }
    }

    /** Stores progress: the entries of these records are committed. */
    void read(List<ConsumerRecord<byte[], byte @Nullable []>> records, Consumer<?, ?> consumer) {
        var positions = new HashMap<TopicPartition, Long>();
        records.forEach(it -> positions.put(new TopicPartition(it.topic(), it.partition()), it.offset() + 1));
        if (known.containsAll(positions.keySet())) {
            positions.forEach(this::advance);
        } else {
            leadBack(consumer, positions.keySet());
        }
    }

    private void advance(TopicPartition partition, long position) {
        if (missing.contains(partition) && !reading.advance(partition.partition(), position)) {
            missing.remove(partition);
            log.info("{} has been read up to its end at the creation of the queue", partition);
        }
    }

    private void leadBack(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        var all = consumer.partitionsFor(MemberEventsTopic.NAME).stream().map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
        var starts = reading.begin(byNumber(consumer.beginningOffsets(all)), byNumber(consumer.endOffsets(all)));
        for (var partition : partitions) {
            var start = starts.get(partition.partition());
            if (start == null) {
                missing.remove(partition);
            } else {
                missing.add(partition);
                consumer.seek(partition, start);
            }
        }
        known.addAll(partitions);
    }

    private static Map<Integer, Long> byNumber(Map<TopicPartition, Long> offsets) {
        var byNumber = new HashMap<Integer, Long>();
        offsets.forEach((partition, offset) -> byNumber.put(partition.partition(), offset));
        return byNumber;
    }
}
