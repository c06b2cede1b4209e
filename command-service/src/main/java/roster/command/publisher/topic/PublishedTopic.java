package roster.command.publisher.topic;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import roster.command.kafka.Acknowledged;
import roster.command.kafka.KafkaTopic;
import roster.command.kafka.RecordProducer.PublishingFailed;
import roster.command.kafka.TopicLog;

/** The topic of a publisher. Looks at it periodically, and notices when Kafka has lost records that it had acknowledged. */
public final class PublishedTopic {
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Logger log = LoggerFactory.getLogger(PublishedTopic.class);

    private final KafkaTopic topic;
    private final TopicMemory memory;
    private final TopicUpkeep upkeep;
    private @Nullable RememberedTopic remembered;
    private long nextLook = System.nanoTime();

    public PublishedTopic(KafkaTopic topic, TopicMemory memory, TopicUpkeep upkeep) {
        this.topic = topic;
        this.memory = memory;
        this.upkeep = upkeep;
    }

    /** Looks at the topic if it is time to, or {@code now}. True when the position of the publisher may have changed. */
    public boolean look(boolean now) throws ExecutionException, InterruptedException, PublishingFailed {
        if (!now && remembered != null && System.nanoTime() - nextLook < 0) {
            return false;
        }
        compare(now);
        nextLook = System.nanoTime() + INTERVAL.toNanos();
        return true;
    }

    private void compare(boolean takenOver) throws ExecutionException, InterruptedException, PublishingFailed {
        var found = topic.look();
        var known = memory.remembered();
        if (known.topicId() == null && !known.isLostIn(found) || known.isNew()) {
            memory.remember(found);
        } else if (known.isLostIn(found)) {
            lost(known, found);
        } else if (known.republishAfter() != null) {
            republish(known, found);
        } else if (takenOver && known.isExceededBy(found)) {
            upkeep.checkSurplus(known, found);
        }
        remembered = memory.remembered();
    }

    private void republish(RememberedTopic known, TopicLog found) throws ExecutionException, InterruptedException, PublishingFailed {
        upkeep.prepare(found);
        memory.republish(found);
        log.warn("publishing to {} again after position {}", topic.name(), known.republishAfter());
    }

    private void lost(RememberedTopic known, TopicLog found) {
        boolean again = upkeep.isPublishedAgainByItself();
        log.error("Kafka has lost records of {} that it had acknowledged: {}", topic.name(), again ? "all are published again"
                : "those up to position " + known.position() + " are missing until an operator asks for them"
                        + " (POST /admin/publishers/{name}/republish)");
        memory.lost(found, again);
    }

    /** Takes note of a batch. False when it shows that earlier records were lost. */
    public boolean acknowledged(Acknowledged batch) throws ExecutionException, InterruptedException {
        var known = Objects.requireNonNull(remembered);
        if (known.isLostIn(batch)) {
            lost(known, topic.look());
            remembered = null;
            return false;
        }
        remembered = known.and(batch);
        return true;
    }

    public Long[] acknowledged() {
        return TopicMemory.array(Objects.requireNonNull(remembered).acknowledged());
    }

    /** To be called when the publisher has reached a position. */
    public void reached(long position) {
        var known = Objects.requireNonNull(remembered);
        if (known.missingUpTo() != null && position >= known.missingUpTo()) {
            remembered = memory.remembered();
            if (remembered.missingUpTo() == null) {
                log.warn("{} is complete again up to position {}", topic.name(), known.missingUpTo());
            }
        }
    }
}
