package roster.command.publisher;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

import roster.command.kafka.TopicLog;

/**
 * Progress of a publisher, as stored.
 *
 * @param position       position in the event store up to which it has published
 * @param topicId        Kafka's id of its topic; null when a version that did not store it has published
 * @param acknowledged   offset after the last record that Kafka acknowledged, by partition; may end early
 * @param epoch          epoch of the event store with which its topic was last compared
 * @param republishAfter position after which an operator wants all records again; null for none
 */
record PublisherPosition(long position, @Nullable String topicId, List<Long> acknowledged, int epoch,
        @Nullable Long republishAfter) {
    /** True when the topic lacks records that were acknowledged. */
    boolean isLostIn(TopicLog now) {
        if (topicId == null) {
            return now.created() && position > 0;
        }
        var ends = now.id().equals(topicId) ? now.ends() : List.<Long>of();
        return IntStream.range(0, acknowledged.size()).anyMatch(it -> acknowledged.get(it) > offset(ends, it));
    }

    /** True when the topic has more than what was acknowledged. */
    boolean isExceededBy(TopicLog now) {
        return IntStream.range(0, now.ends().size()).anyMatch(it -> now.ends().get(it) > offset(acknowledged, it));
    }

    /** True when Kafka gave an offset again that it had acknowledged before. */
    boolean isLostIn(List<RecordMetadata> batch) {
        return batch.stream().anyMatch(it -> it.offset() < offset(acknowledged, it.partition()));
    }

    /** Returns the acknowledged offsets after a further batch. */
    List<Long> acknowledged(List<RecordMetadata> batch) {
        var ends = new ArrayList<>(acknowledged);
        for (var record : batch) {
            while (ends.size() <= record.partition()) {
                ends.add(0L);
            }
            ends.set(record.partition(), Math.max(offset(ends, record.partition()), record.offset() + 1));
        }
        return ends;
    }

    PublisherPosition advanced(long to, List<Long> acknowledgedNow) {
        return new PublisherPosition(to, topicId, acknowledgedNow, epoch, republishAfter);
    }

    private static long offset(List<Long> offsets, int partition) {
        return partition < offsets.size() ? offsets.get(partition) : 0;
    }
}
