package roster.command.publisher;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import roster.command.kafka.RecordProducer;
import roster.command.kafka.RecordProducer.PublishingFailed;
import roster.eventstore.Subscription;
import roster.eventstore.Subscription.Progress;
import roster.operation.reader.Rest;

/** Publishes a source to Kafka, in order, at least once. Holds no transaction while it waits for Kafka. */
final class Publisher implements SmartLifecycle {
    private static final Rest REST = Rest.times(3);
    /** Longer than Kafka's clients need to reconnect. */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(30);
    private static final Logger log = LoggerFactory.getLogger(Publisher.class);

    private final PublishedSource source;
    private final PublisherLease lease;
    private final RecordProducer producer;
    private final PublishedTopic topic;
    private final Consumer<Runnable> news;
    private final Subscription subscription;
    private volatile boolean running;

    /** @param news receives what is to be called when there may be something to publish; it is looked for now and then as well */
    Publisher(String name, PublishedSource source, PublisherLease lease, RecordProducer producer, PublishedTopic topic,
            Consumer<Runnable> news) {
        this.source = source;
        this.lease = lease;
        this.producer = producer;
        this.topic = topic;
        this.news = news;
        this.subscription = new Subscription(name, this::publishOrGiveUp, REST, LONGEST_STEP);
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
        var known = takeOver();
        return known.isPresent() ? publish(known.get()) : Progress.CAUGHT_UP;
    }

    /**
     * Reads the position again after opening an exclusive producer, from which on the previous producer cannot send any more, and after finding
     * that the topic has lost records.
     */
    private Optional<PublisherPosition> takeOver() throws PublishingFailed, ExecutionException, InterruptedException {
        var known = lease.hold();
        if (known.isEmpty()) {
            producer.close();
        } else if (producer.open()) {
            topic.lookSoon();
            known = lease.take();
        }
        return known.isPresent() && topic.check(known.get()) ? lease.take() : known;
    }

    private Progress publish(PublisherPosition known) throws PublishingFailed, ExecutionException, InterruptedException {
        var mark = source.highWaterMark();
        if (mark.position() > known.position()) {
            var batch = source.read(known.position(), mark.position());
            if (!publish(known, batch.records(), batch.reached()) || batch.reached() < mark.position()) {
                return Progress.MORE;
            }
        }
        return mark.isHeldBack() ? Progress.HELD_BACK : Progress.CAUGHT_UP;
    }

    /** False when it turned out that the topic has lost earlier records. */
    private boolean publish(PublisherPosition known, List<ProducerRecord<String, String>> records, long upTo)
            throws PublishingFailed, ExecutionException, InterruptedException {
        var batch = records.isEmpty() ? List.<RecordMetadata>of() : producer.send(records);
        if (known.isLostIn(batch)) {
            topic.lost(known);
            return false;
        }
        lease.advance(known.position(), upTo, known.acknowledged(batch));
        return true;
    }

    Subscription subscription() {
        return subscription;
    }

    @Override
    public void start() {
        running = true;
        news.accept(subscription::wake);
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
