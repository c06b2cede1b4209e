package roster.command.publisher;

import java.util.concurrent.ExecutionException;

import org.springframework.context.SmartLifecycle;

import roster.command.publisher.EventProducer.PublishingFailed;
import roster.eventstore.EventNotifications;
import roster.eventstore.EventReader;
import roster.eventstore.Subscription;
import roster.eventstore.Subscription.Progress;

/**
 * Follows the event store and sends every event to Kafka, in order, at least once. No statement is open while Kafka is waited for. Who
 * comes back after having lost the lease may send old events again: consumers drop them by their sequence.
 */
final class Publisher implements SmartLifecycle {
    private static final int BATCH = 1_000;

    private final EventReader store;
    private final PublisherLease lease;
    private final EventProducer producer;
    private final MemberEventsTopicCreation topic;
    private final EventNotifications notifications;
    private final Subscription subscription = new Subscription("publisher", this::publish);
    private volatile boolean topicExists;
    private volatile boolean running;

    Publisher(EventReader store, PublisherLease lease, EventProducer producer, MemberEventsTopicCreation topic,
            EventNotifications notifications) {
        this.store = store;
        this.lease = lease;
        this.producer = producer;
        this.topic = topic;
        this.notifications = notifications;
    }

    private Progress publish() throws PublishingFailed, ExecutionException, InterruptedException {
        if (!topicExists) {
            topic.ensureExists();
            topicExists = true;
        }
        var position = lease.take();
        return position.isPresent() ? publishAfter(position.getAsLong()) : Progress.CAUGHT_UP;
    }

    private Progress publishAfter(long position) throws PublishingFailed {
        var mark = store.highWaterMark();
        if (mark.position() > position) {
            var events = store.read(position, mark.position(), BATCH);
            producer.send(events);
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
        notifications.start();
        subscription.start();
    }

    @Override
    public void stop() {
        running = false;
        subscription.close();
        notifications.close();
        producer.close();
        lease.giveBack();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
