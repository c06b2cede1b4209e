package roster.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import roster.eventstore.Subscription.Progress;
import roster.eventstore.Subscription.Step;

/** The step that a subscription carries out now. A watchdog interrupts it when it takes too long. */
final class CurrentStep {
    private static final ScheduledExecutorService WATCHDOG = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("subscription-watchdog").factory());
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Duration longest;
    private @Nullable Thread thread;
    private @Nullable Instant since;
    private long started;
    private boolean overdue;

    CurrentStep(Duration longest) {
        this.longest = longest;
    }

    /** Looks periodically until it is cancelled. */
    Future<?> watch() {
        return WATCHDOG.scheduleAtFixedRate(this::interruptIfOverdue, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @throws TimeoutException when the watchdog has interrupted the step */
    Progress run(Step step) throws Exception {
        begin();
        try {
            var progress = step.advance();
            end();
            return progress;
        } catch (Exception e) {
            throw end() ? (Exception) new TimeoutException("it took longer than " + longest.toSeconds() + " s").initCause(e) : e;
        }
    }

    private synchronized void begin() {
        thread = Thread.currentThread();
        since = Instant.now();
        started = System.nanoTime();
        overdue = false;
    }

    /** True when the watchdog has interrupted it. Clears the interruption, which was meant for the step only. */
    private synchronized boolean end() {
        thread = null;
        since = null;
        if (overdue) {
            Thread.interrupted();
        }
        return overdue;
    }

    private synchronized void interruptIfOverdue() {
        if (thread != null && !overdue && System.nanoTime() - started > longest.toNanos()) {
            overdue = true;
            thread.interrupt();
        }
    }

    /** Start of the step, when it has taken at least {@code atLeast}. */
    synchronized Optional<Instant> lasting(Duration atLeast) {
        return thread != null && System.nanoTime() - started > atLeast.toNanos() ? Optional.ofNullable(since) : Optional.empty();
    }
}
