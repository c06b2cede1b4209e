package roster.command.publisher.topic;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import roster.command.kafka.Acknowledged;
import roster.command.kafka.TopicLog;

/**
 * A publisher's topic as Kafka last acknowledged it.
 *
 * @param position       position of the publisher
 * @param topicId        null when nothing was published yet, or by a version that did not store it
 * @param acknowledged   offset after the last acknowledged record, by partition; may end early
 * @param missingUpTo    position up to which records are missing on Kafka; null for none
 * @param republishAfter position after which an operator wants all records again; null for none
 */
public record RememberedTopic(long position, @Nullable String topicId, List<Long> acknowledged, @Nullable Long missingUpTo,
        @Nullable Long republishAfter) {
    /** True when nothing has been published yet. */
    boolean isNew() {
        return position == 0 && missingUpTo == null && republishAfter == null;
    }

    /** True when the topic lacks records that were acknowledged. */
    boolean isLostIn(TopicLog now) {
        if (topicId == null) {
            return now.created() && position > 0;
        }
        return !topicId.equals(now.id()) || isLongerThan(now.ends());
    }

    /** True when the topic has more than what was acknowledged. */
    boolean isExceededBy(TopicLog now) {
        for (int partition = 0; partition < now.ends().size(); partition++) {
            if (now.ends().get(partition) > (partition < acknowledged.size() ? acknowledged.get(partition) : 0)) {
                return true;
            }
        }
        return false;
    }

    private boolean isLongerThan(List<Long> ends) {
        for (int partition = 0; partition < acknowledged.size(); partition++) {
            if (partition >= ends.size() || acknowledged.get(partition) > ends.get(partition)) {
                return true;
            }
        }
        return false;
    }

    /** True when Kafka gave an offset again that it had acknowledged before. */
    boolean isLostIn(Acknowledged batch) {
        return batch.first().entrySet().stream()
                .anyMatch(it -> it.getKey() < acknowledged.size() && it.getValue() < acknowledged.get(it.getKey()));
    }

    RememberedTopic and(Acknowledged batch) {
        var ends = new ArrayList<>(acknowledged);
        batch.last().forEach((partition, last) -> {
            while (ends.size() <= partition) {
                ends.add(0L);
            }
            ends.set(partition, last + 1);
        });
        return new RememberedTopic(position, topicId, ends, missingUpTo, republishAfter);
    }
}
