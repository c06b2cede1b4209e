package roster.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

import roster.operation.reader.Rest;

/**
 * A thread that reads the event store. It steps again at once while there are more events, after a short pause while an append in flight
 * holds back the high-water mark, and otherwise when it is woken or {@link #POLL} has passed. Unless there are more events, it rests after a
 * step, so that under load each step handles many. A step that fails is retried without limit: a subscription never skips an event.
 */
public final class Subscription implements AutoCloseable {
    /** Longest delay after a lost notification. */
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration HELD_BACK = Duration.ofMillis(3);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration UNLIMITED = Duration.ofDays(365);

    /** Reads a batch, handles it and stores the position. Must be idempotent. */
    @FunctionalInterface
    public interface Step {
        Progress advance() throws Exception;
    }

    public enum Progress {
        MORE,
        HELD_BACK,
        CAUGHT_UP
    }

    /** The failure of the current step, and since when it fails. */
    public record Failure(Instant since, Exception cause) {
        /** Contains no data: not the message of the cause, unless it names an unreadable event. */
        public String reason() {
            return cause instanceof UnreadableEvent ? String.valueOf(cause.getMessage()) : "its last step failed: " + kind();
        }

        private String kind() {
            var root = NestedExceptionUtils.getMostSpecificCause(cause);
            var kind = cause.getClass().getSimpleName();
            return root.equals(cause) ? kind : kind + " (" + root.getClass().getSimpleName() + ")";
        }
    }

    private final String name;
    private final Step step;
    private final Rest rest;
    private final Duration poll;
    private final CurrentStep current;
    private final Semaphore wakeUp = new Semaphore(0);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private final StepFailure failure;
    private @Nullable Future<?> watchdog;

    /** @param rest after a step that left nothing behind */
    public Subscription(String name, Step step, Rest rest) {
        this(name, step, rest, UNLIMITED);
    }

    /** @param longestStep a step that takes longer is interrupted, and fails */
    public Subscription(String name, Step step, Rest rest, Duration longestStep) {
        this(name, step, rest, longestStep, POLL);
    }

    Subscription(String name, Step step, Rest rest, Duration longestStep, Duration poll) {
        this.name = name;
        this.step = step;
        this.rest = rest;
        this.poll = poll;
        this.current = new CurrentStep(longestStep);
        this.failure = new StepFailure(name);
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::follow);
    }

    public void start() {
        watchdog = current.watch();
        thread.start();
    }

    /** Runs the next step now, because there may be new events. */
    public void wake() {
        wakeUp.release();
    }

    public Optional<Failure> failure() {
        return failure.current();
    }

    /** The current failure, or else the newest one that has ended. */
    public Optional<Failure> lastFailure() {
        return failure.last();
    }

    /** Start of the current step, when it has taken at least {@code atLeast}. */
    public Optional<Instant> stepLasting(Duration atLeast) {
        return current.lasting(atLeast);
    }

    public String name() {
        return name;
    }

    private void follow() {
        var pause = Duration.ZERO;
        while (!isClosed()) {
            try {
                var began = System.nanoTime();
                var progress = current.run(step);
                failure.ended();
                pause = Duration.ZERO;
                await(progress, began);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                if (isClosed()) {
                    return; // a step that is interrupted may fail with any exception
                }
                pause = longer(pause);
                failure.of(e, pause);
                awaitClosed(pause);
            }
        }
    }

    private void await(Progress progress, long began) throws InterruptedException {
        if (progress == Progress.MORE) {
            wakeUp.drainPermits();
        } else {
            rest.after(began);
            awaitWakeUp(progress == Progress.HELD_BACK ? HELD_BACK : poll);
        }
    }

    private void awaitWakeUp(Duration atMost) throws InterruptedException {
        if (wakeUp.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            wakeUp.drainPermits();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** The pause after a failure. A notification does not shorten it. */
    private void awaitClosed(Duration atMost) {
        try {
            closed.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.isZero() ? Duration.ofMillis(100) : pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    @Override
    public void close() {
        closed.countDown();
        if (watchdog != null) {
            watchdog.cancel(false);
        }
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
