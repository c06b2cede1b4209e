package roster.command.publisher;

import java.time.Duration;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import roster.command.kafka.KafkaTopic;
import roster.command.kafka.TopicLog;

/** The topic of a publisher. Looks at it periodically, and notices when Kafka has lost records that it had acknowledged. */
final class PublishedTopic {
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Logger log = LoggerFactory.getLogger(PublishedTopic.class);

    private final KafkaTopic topic;
    private final PublisherLease lease;
    private final boolean isHistory;
    private long nextLook;

    /** @param isHistory true when consumers see repeated records as such, so that an operator decides; false when records replace each other */
    PublishedTopic(KafkaTopic topic, PublisherLease lease, boolean isHistory) {
        this.topic = topic;
        this.lease = lease;
        this.isHistory = isHistory;
        lookSoon();
    }

    void lookSoon() {
        nextLook = System.nanoTime();
    }

    /** Looks at the topic if it is time to. True when what is stored of the publisher has changed. */
    boolean check(PublisherPosition known) throws ExecutionException, InterruptedException {
        if (System.nanoTime() - nextLook < 0) {
            return false;
        }
        var found = topic.look();
        nextLook = System.nanoTime() + INTERVAL.toNanos();
        if (known.isLostIn(found)) {
            lost(known, found);
        } else if (known.republishAfter() != null) {
            republish(found, known.republishAfter());
        } else if (!found.id().equals(known.topicId())) {
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
        log.error("Kafka has lost records of {} that it had acknowledged: {}", topic.name(), isHistory
                ? "those up to position " + known.position() + " are missing until an operator asks for them"
                        + " (POST /admin/publishers/" + lease.name() + "/republish)"
                : "all are published again");
        lease.lost(found, !isHistory);
    }

    private void republish(TopicLog found, long after) throws ExecutionException, InterruptedException {
        if (isHistory) {
            empty(found);
        }
        lease.republish(found);
        log.warn("publishing to {} again after position {}", topic.name(), after);
    }

    /** Records of each key are then in order from the first one on. */
    private void empty(TopicLog found) throws ExecutionException, InterruptedException {
        try {
            topic.empty(found);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof AuthorizationException)) {
                throw e;
            }
            log.warn("there is no right to delete records of {}: consumers that start at its beginning find newer events first",
                    topic.name());
        }
    }
}
