package roster.command.publisher;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import roster.command.kafka.KafkaTopic;
import roster.command.kafka.RecordProducer;
import roster.command.kafka.RecordProducer.PublishingFailed;
import roster.eventstore.EventNotifications;
import roster.eventstore.EventReader;
import roster.eventstore.Subscription;
import roster.eventstore.Subscription.Progress;

/** Subscribes to the event store and publishes to Kafka, in order, at least once. Holds no transaction while it waits for Kafka. */
final class Publisher implements SmartLifecycle {
    private static final int BATCH = 1_000;
    /** Longer than Kafka's clients need to reconnect. */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(30);
    private static final Logger log = LoggerFactory.getLogger(Publisher.class);

    private final EventReader store;
    private final Publication publication;
    private final PublisherLease lease;
    private final RecordProducer producer;
    private final KafkaTopic topic;
    private final EventNotifications notifications;
    private final Subscription subscription;
    private volatile boolean running;

    Publisher(String name, EventReader store, Publication publication, PublisherLease lease, RecordProducer producer, KafkaTopic topic,
            EventNotifications notifications) {
        this.store = store;
        this.publication = publication;
        this.lease = lease;
        this.producer = producer;
        this.topic = topic;
        this.notifications = notifications;
        this.subscription = new Subscription(name, this::publishOrGiveUp, LONGEST_STEP);
    }

    private Progress publishOrGiveUp() throws PublishingFailed, ExecutionException, InterruptedException {
        try {
            return publish();
        } catch (Exception e) {
            giveUp();
            throw e;
        }
    }

    /** Gives the lease back, so that another instance can try at once. Not interruptible, because the step may have been interrupted. */
    private void giveUp() {
        boolean interrupted = Thread.interrupted();
        try {
            producer.close();
            lease.giveBack();
        } catch (RuntimeException e) {
            log.debug("the lease cannot be given back; it ends soon", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Publishes one batch, if this instance has the lease. */
    Progress publish() throws PublishingFailed, ExecutionException, InterruptedException {
        topic.ensureExists();
        var position = takeOver();
        return position.isPresent() ? publishAfter(position.getAsLong()) : Progress.CAUGHT_UP;
    }

    /** Reads the position again after opening an exclusive producer, from which on the previous producer cannot send any more. */
    private OptionalLong takeOver() throws PublishingFailed {
        var position = lease.take();
        if (position.isEmpty()) {
            producer.close();
        } else if (producer.open()) {
            return lease.take();
        }
        return position;
    }

    private Progress publishAfter(long position) throws PublishingFailed {
        var mark = store.highWaterMark();
        if (mark.position() > position) {
            var events = store.read(position, mark.position(), BATCH);
            var records = publication.records(events, mark.position());
            if (!records.isEmpty()) {
                producer.send(records);
            }
            boolean more = events.size() == BATCH;
            lease.advance(position, more ? events.getLast().position() : mark.position());
            if (more) {
                return Progress.MORE;
            }
        }
        return mark.isHeldBack() ? Progress.HELD_BACK : Progress.CAUGHT_UP;
    }

    Subscription subscription() {
        return subscription;
    }

    @Override
    public void start() {
        running = true;
        notifications.onEvents(subscription::wake);
        subscription.start();
    }

    @Override
    public void stop() {
        running = false;
        subscription.close();
        producer.close();
        lease.giveBack();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
