package roster.command.publisher;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import roster.command.kafka.KafkaTopic;
import roster.command.kafka.RecordProducer.PublishingFailed;
import roster.command.kafka.TopicLog;
import roster.eventstore.Epochs;

/** The topic of a publisher. Looks at it periodically, and notices when it does not agree with what was acknowledged or with the event store. */
final class PublishedTopic {
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Logger log = LoggerFactory.getLogger(PublishedTopic.class);

    private final KafkaTopic topic;
    private final PublisherLease lease;
    private final Upkeep upkeep;
    private final Epochs epochs;
    private long nextLook;

    /** Repairs a topic in its own way. */
    interface Upkeep {
        /** True when records replace each other, so that all can be published again at any time; false when an operator decides. */
        boolean isRepeatedByItself();

        /** Called before all records are published again. */
        void prepare(TopicLog found) throws ExecutionException, InterruptedException, PublishingFailed;

        /** Called when the topic has records from these offsets on that were not acknowledged. */
        void compare(List<Long> starts, TopicLog found);

        /** Where repeated records do no harm, and none may be missing. */
        Upkeep BY_REPETITION = new Upkeep() {
            @Override
            public boolean isRepeatedByItself() {
                return true;
            }

            @Override
            public void prepare(TopicLog found) {}

            @Override
            public void compare(List<Long> starts, TopicLog found) {}
        };
    }

    PublishedTopic(KafkaTopic topic, PublisherLease lease, Upkeep upkeep, Epochs epochs) {
        this.topic = topic;
        this.lease = lease;
        this.upkeep = upkeep;
        this.epochs = epochs;
        lookSoon();
    }

    void lookSoon() {
        nextLook = System.nanoTime();
    }

    /** Looks at the topic if it is time to. True when what is stored of the publisher has changed. */
    boolean check(PublisherPosition known) throws ExecutionException, InterruptedException, PublishingFailed {
        if (System.nanoTime() - nextLook < 0) {
            return false;
        }
        boolean changed = check(known, topic.look());
        nextLook = System.nanoTime() + INTERVAL.toNanos();
        return changed;
    }

    private boolean check(PublisherPosition known, TopicLog found) throws ExecutionException, InterruptedException, PublishingFailed {
        if (known.isLostIn(found)) {
            lost(known, found);
        } else if (known.republishAfter() != null || (upkeep.isRepeatedByItself() && known.epoch() < epochs.current())) {
            republish(found);
        } else if (!found.id().equals(known.topicId())) {
            lease.remember(found);
        } else if (!upkeep.isRepeatedByItself() && known.isExceededBy(found)) {
            upkeep.compare(known.acknowledged(), found);
            lease.remember(found);
        } else {
            return false;
        }
        return true;
    }

    /** To be called when an acknowledgement shows that earlier records were lost. */
    void lost(PublisherPosition known) throws ExecutionException, InterruptedException {
        lost(known, topic.look());
    }

    private void lost(PublisherPosition known, TopicLog found) {
        log.error("Kafka has lost records of {} that it had acknowledged: {}", topic.name(), upkeep.isRepeatedByItself()
                ? "all are published again"
                : "those up to position " + known.position() + " are missing until an operator asks for them"
                        + " (POST /admin/publishers/" + lease.name() + "/republish)");
        upkeep.compare(List.of(), found);
        lease.lost(found, upkeep.isRepeatedByItself());
    }

    private void republish(TopicLog found) throws ExecutionException, InterruptedException, PublishingFailed {
        int epoch = epochs.current();
        upkeep.prepare(found);
        lease.republish(found, epoch);
        log.warn("publishing to {} again", topic.name());
    }
}
