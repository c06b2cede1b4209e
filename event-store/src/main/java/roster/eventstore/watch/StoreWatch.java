package roster.eventstore.watch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.eventstore.Subscription;
import roster.operation.reader.Reader;

/** Measures, once a second and with a connection of its own, how far subscriptions are, and who holds back the high-water mark. */
public final class StoreWatch implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(StoreWatch.class);

    private final JdbcClient jdbc;
    private final WatchLimits limits;
    private final MarkHolders holders;
    private final UnreadEvents events = new UnreadEvents();
    private final List<StoreReader> readers = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("store-watch").daemon().unstarted(this::watch);

    /** @param connections with short time limits, because this must notice that the event store does not answer */
    public StoreWatch(DataSource connections, MeterRegistry meters) {
        this(connections, meters, WatchLimits.DEFAULT);
    }

    StoreWatch(DataSource connections, MeterRegistry meters, WatchLimits limits) {
        this.jdbc = JdbcClient.create(connections);
        this.limits = limits;
        this.holders = new MarkHolders(limits, meters);
    }

    public void start() {
        thread.start();
    }

    /**
     * A reader of events.
     *
     * @param position queries the position that the subscription has stored; empty when it has none yet
     */
    public Reader reader(Subscription subscription, Function<JdbcClient, Optional<Long>> position) {
        return reader(subscription, position, events);
    }

    /** A reader of something else, whose positions are others than those of events. */
    public Reader reader(Subscription subscription, Function<JdbcClient, Optional<Long>> position, Unread unread) {
        var reader = new StoreReader(subscription, position, holders, limits, unread);
        readers.add(reader);
        return reader;
    }

    private void watch() {
        try {
            do {
                measure();
            } while (!closed.await(PAUSE.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void measure() {
        try {
            long last = jdbc.sql("select last_value from event_store.event_position").query(Long.class).single();
            holders.measure(jdbc, last);
            events.measured(last);
            readers.forEach(it -> it.measure(jdbc));
        } catch (RuntimeException e) {
            log.warn("the event store cannot be read: {}", NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        }
    }

    /** Waits until its connection is not in use. */
    @Override
    public void close() {
        closed.countDown();
        if (thread.isAlive()) {
            thread.interrupt();
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
