package roster.query.events;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import roster.query.feed.Feed;
import roster.query.feed.FeedFilter;
import roster.query.feed.FeedOrder;
import roster.query.feed.Range;
import roster.query.generation.LivePosition;
import roster.query.generation.LiveViews;

/**
 * Reads new events once for all streams of this instance, while there are any. When they cannot be read, the streams end, and their readers
 * connect again. Stops before the web server does, which waits for requests.
 */
@Component
final class Tail implements SmartLifecycle {
    private static final FeedFilter ALL = new FeedFilter(null, null, null, null);
    private static final int BATCH = 500;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(Tail.class);

    private final LiveViews views;
    private final LivePosition live;
    private final Feed feed;
    private final JsonMapper json;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Recent recent;
    private volatile @Nullable Thread thread;
    private int readers;

    Tail(LiveViews views, LivePosition live, Feed feed, JsonMapper json) {
        this.views = views;
        this.live = live;
        this.feed = feed;
        this.json = json;
    }

    /** Begins to read events, if there was no reader yet. */
    void join() {
        lock.lock();
        try {
            readers++;
            if (recent == null && live.current() >= 0) {
                recent = Recent.none(live.current());
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            readers--;
            if (readers == 0) {
                recent = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private void lose() {
        lock.lock();
        try {
            recent = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Empty when events cannot be read. */
    Optional<Recent> recent() {
        lock.lock();
        try {
            return Optional.ofNullable(recent);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for events after a position. False after that time without any. */
    boolean await(long position, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (recent != null && recent.upTo() <= position && left > 0) {
                left = changed.awaitNanos(left);
            }
            return recent == null || recent.upTo() > position;
        } finally {
            lock.unlock();
        }
    }

    private void follow() {
        while (Thread.currentThread().equals(thread)) {
            try {
                var known = awaitReader();
                if (live.await(known.upTo() + 1, LOOK)) {
                    extend(known);
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                log.warn("streams of events end, because events cannot be read", e);
                lose();
            }
        }
    }

    private Recent awaitReader() throws InterruptedException {
        lock.lock();
        try {
            while (recent == null) {
                changed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            }
            return recent;
        } finally {
            lock.unlock();
        }
    }

    private void extend(Recent known) {
        var news = read(ALL, known.upTo());
        lock.lock();
        try {
            if (recent != null && recent.upTo() == known.upTo()) {
                recent = recent.with(news.events(), news.upTo());
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The next events after a position, from the database. */
    Recent read(FeedFilter filter, long after) {
        return views.read(position -> {
            var entries = feed.read(filter, new Range(after, position), FeedOrder.OLDEST, BATCH);
            List<Told> events = entries.stream().map(it -> Told.of(it, json)).toList();
            return new Recent(after, entries.size() < BATCH ? Math.max(after, position) : events.getLast().row().position(), events);
        });
    }

    @Override
    public void start() {
        var following = Thread.ofPlatform().name("feed-tail").daemon().unstarted(this::follow);
        thread = following;
        following.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
        lose();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
