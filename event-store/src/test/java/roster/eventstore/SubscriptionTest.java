package roster.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import roster.eventstore.Subscription.Progress;
import roster.eventstore.Subscription.Step;
import roster.operation.reader.Rest;

class SubscriptionTest {
    /** A poll interval that no test reaches, so that polling cannot be what makes it pass. */
    private static final Duration NEVER = Duration.ofDays(1);

    private static Subscription started(Step step) {
        var subscription = new Subscription("subscription under test", step, Rest.NONE);
        subscription.start();
        return subscription;
    }

    @Test
    void a_step_that_fails_is_repeated_and_none_is_skipped() {
        var handled = new CopyOnWriteArrayList<Integer>();
        var attempts = new AtomicInteger();
        try (var _ = started(() -> {
            if (attempts.incrementAndGet() % 2 == 0) {
                throw new IllegalStateException("every other attempt fails");
            }
            handled.add(handled.size());
            return handled.size() < 4 ? Progress.MORE : Progress.CAUGHT_UP;
        })) {
            await().untilAsserted(() -> assertThat(handled).startsWith(0, 1, 2, 3));
            assertThat(attempts).hasValueGreaterThanOrEqualTo(7);
        }
    }

    @Test
    void what_keeps_it_is_known_until_it_goes_on() {
        var works = new CountDownLatch(1);
        var cause = new IllegalStateException("not yet");
        try (var subscription = started(() -> {
            if (works.getCount() > 0) {
                throw cause;
            }
            return Progress.CAUGHT_UP;
        })) {
            await().until(() -> subscription.failure().isPresent());
            assertThat(subscription.failure().orElseThrow().cause()).isSameAs(cause);
            var since = subscription.failure().orElseThrow().since();
            assertThat(since).isBeforeOrEqualTo(Instant.now());

            works.countDown();

            await().until(() -> subscription.failure().isEmpty());
        }
    }

    @Test
    void it_is_woken_and_need_not_poll() {
        var steps = new AtomicInteger();
        try (var subscription = new Subscription("woken", () -> {
            steps.incrementAndGet();
            return Progress.CAUGHT_UP;
        }, Rest.NONE, NEVER, NEVER)) {
            subscription.start();
            for (int i = 0; i < 20; i++) {
                var before = steps.get();
                subscription.wake();
                await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> steps.get() > before);
            }
        }
    }

    @Test
    void after_a_step_it_rests_so_that_the_next_one_handles_what_arrives_meanwhile() {
        var steps = new CopyOnWriteArrayList<Long>();
        try (var subscription = new Subscription("resting", () -> {
            Thread.sleep(10);
            steps.add(System.nanoTime());
            return Progress.CAUGHT_UP;
        }, Rest.times(3), NEVER, NEVER)) {
            subscription.start();
            while (steps.size() < 4) {
                subscription.wake();
                Thread.onSpinWait();
            }
        }

        for (int i = 1; i < 4; i++) {
            assertThat(Duration.ofNanos(steps.get(i) - steps.get(i - 1))).isGreaterThanOrEqualTo(Duration.ofMillis(40));
        }
    }

    @Test
    void it_polls_without_being_woken() {
        var steps = new AtomicInteger();
        try (var _ = started(() -> {
            steps.incrementAndGet();
            return Progress.CAUGHT_UP;
        })) {
            await().until(() -> steps.get() >= 3);
        }
    }

    @Test
    void it_waits_neither_while_there_is_more_nor_long_while_it_is_held_back() {
        for (var progress : List.of(Progress.MORE, Progress.HELD_BACK)) {
            var steps = new AtomicInteger();
            try (var subscription = new Subscription("busy", () -> steps.incrementAndGet() < 100 ? progress : Progress.CAUGHT_UP,
                    Rest.NONE, NEVER, NEVER)) {
                subscription.start();
                await().until(() -> steps.get() >= 100);
            }
        }
    }

    @Test
    void it_ends_in_the_middle_of_a_step_that_takes_for_ever() {
        var started = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var subscription = started(() -> {
            started.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
            return Progress.MORE;
        });
        await().until(() -> started.getCount() == 0);

        subscription.close();

        assertThat(interrupted.getCount()).isZero();
    }

    @Test
    void a_step_that_is_interrupted_by_the_end_has_not_failed() {
        var started = new CountDownLatch(1);
        var subscription = started(() -> {
            started.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("as Kafka's clients do", e);
            }
            return Progress.MORE;
        });
        await().until(() -> started.getCount() == 0);

        subscription.close();

        assertThat(subscription.failure()).isEmpty();
    }

    @Test
    void a_step_that_takes_too_long_is_interrupted_and_repeated() {
        var steps = new AtomicInteger();
        try (var subscription = new Subscription("hanging", () -> {
            if (steps.incrementAndGet() == 1) {
                new CountDownLatch(1).await();
            }
            return Progress.CAUGHT_UP;
        }, Rest.NONE, Duration.ofMillis(1))) {
            subscription.start();

            await().until(() -> subscription.failure().isPresent());
            assertThat(subscription.failure().orElseThrow().cause()).isInstanceOf(TimeoutException.class);
            await().until(() -> subscription.failure().isEmpty());
            assertThat(steps).hasValueGreaterThan(1);
        }
    }

    @Test
    void after_the_end_there_is_no_further_step() {
        var steps = new AtomicInteger();
        var subscription = started(() -> {
            steps.incrementAndGet();
            return Progress.MORE;
        });
        await().until(() -> steps.get() > 0);

        subscription.close();
        var atTheEnd = steps.get();
        subscription.wake();

        assertThat(steps).hasValue(atTheEnd);
    }
}
