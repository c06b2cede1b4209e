package roster.console.activity;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import roster.console.service.ServiceRejected;

/**
 * The open {@link Relay}s of this instance. Limits their number, and ends them with their session, when they take too long, when query-service
 * is silent, and before the web server stops, which waits for requests.
 */
@Component
final class Relays implements HttpSessionListener, SmartLifecycle {
    /** More than a browser opens to one address, unless there is a proxy that speaks HTTP/2. */
    private static final int MOST_OF_SESSION = 8;
    private static final Logger log = LoggerFactory.getLogger(Relays.class);

    private final Set<Relay> open = ConcurrentHashMap.newKeySet();
    private final Semaphore places;
    private final Duration silence;
    private volatile @Nullable ScheduledExecutorService watch;

    Relays(ActivityProperties limits, MeterRegistry meters) {
        this.places = new Semaphore(limits.streams());
        this.silence = limits.silence();
        Gauge.builder("roster.activity.streams", open, Set::size).description("open streams and files of events").register(meters);
    }

    /**
     * @param longest  time after which it is cut off
     * @param response opens the response of query-service
     * @throws ServiceRejected when the query fails, or too many are open
     */
    Relay open(HttpSession session, Duration longest, Supplier<InputStream> response) {
        var id = session.getId();
        if (watch == null || open.stream().filter(it -> it.isOf(id)).count() >= MOST_OF_SESSION || !places.tryAcquire()) {
            throw ServiceRejected.busy();
        }
        var relay = new Relay(begun(response), id, longest, silence, this::forget);
        open.add(relay);
        if (hasEnded(session)) { // before it could be told
            cutOff(relay);
        }
        return relay;
    }

    private InputStream begun(Supplier<InputStream> response) {
        try {
            return response.get();
        } catch (RuntimeException e) {
            places.release();
            throw e;
        }
    }

    private void forget(Relay relay) {
        if (open.remove(relay)) {
            places.release();
        }
    }

    private void cutOff(Relay relay) {
        try {
            relay.cutOff();
        } catch (IOException e) {
            log.debug("query-service has gone", e);
        } finally {
            forget(relay);
        }
    }

    private static boolean hasEnded(HttpSession session) {
        try {
            session.getCreationTime();
            return false;
        } catch (IllegalStateException _) {
            return true;
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        open.stream().filter(it -> it.isOf(event.getSession().getId())).forEach(this::cutOff);
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("stream-watch").daemon().factory());
        var _ = started.scheduleWithFixedDelay(() -> open.stream().filter(Relay::isOverdue).forEach(this::cutOff), 1, 1,
                TimeUnit.SECONDS);
        watch = started;
    }

    @Override
    public void stop() {
        var running = watch;
        watch = null;
        if (running != null) {
            running.shutdown();
        }
        open.forEach(this::cutOff);
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }
}
