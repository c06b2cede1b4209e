package roster.eventstore.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import roster.eventstore.FreshStore;
import roster.eventstore.Subscription;
import roster.eventstore.Subscription.Progress;
import roster.operation.reader.Reader;
import roster.operation.reader.ReaderState;
import roster.operation.reader.Rest;

/** Measures when the test says so. */
@ExtendWith(OutputCaptureExtension.class)
class StoreWatchTest {
    private static final Duration NOW = Duration.ZERO;
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration NOT_LONG = Duration.ofMillis(10);

    private final FreshStore store = FreshStore.create();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicBoolean reachable = new AtomicBoolean(true);
    private final AtomicLong position = new AtomicLong();
    private final Subscription idle = new Subscription("views", () -> Progress.CAUGHT_UP, Rest.NONE);

    private StoreWatch watch(WatchLimits limits) {
        return new StoreWatch(connections(), meters, limits);
    }

    private DataSource connections() {
        return new DelegatingDataSource(store.as("roster_query")) {
            @Override
            public java.sql.Connection getConnection() throws SQLException {
                if (!reachable.get()) {
                    throw new SQLException("as if PostgreSQL were frozen");
                }
                return super.getConnection();
            }
        };
    }

    private Reader reader(StoreWatch watch) {
        return watch.reader(idle, _ -> Optional.of(position.get()));
    }

    private static ReaderState measured(StoreWatch watch, Reader reader) {
        watch.measure();
        return reader.state();
    }

    @Test
    void a_reader_that_has_read_everything_has_no_lag() throws SQLException {
        var watch = watch(WatchLimits.DEFAULT);
        var reader = reader(watch);
        try (var writer = store.writer()) {
            position.set(writer.append());
            writer.commit();
        }

        assertThat(measured(watch, reader)).isEqualTo(new ReaderState(position.get(), 0, Duration.ZERO, null));
    }

    @Test
    void a_lag_grows_until_the_event_is_read() throws SQLException {
        var watch = watch(WatchLimits.DEFAULT);
        var reader = reader(watch);
        try (var writer = store.writer()) {
            var last = writer.append();
            writer.commit();

            var first = measured(watch, reader);
            assertThat(first.lag()).isEqualTo(last);
            assertThat(first.lagTime()).isPositive();
            await().untilAsserted(() -> assertThat(reader.state().lagTime()).isGreaterThan(first.lagTime()));
            assertThat(measured(watch, reader).lagTime()).isGreaterThan(first.lagTime());

            position.set(last);
            assertThat(measured(watch, reader).lagTime()).isZero();
        }
    }

    @Test
    void a_lag_is_never_negative() throws SQLException {
        var watch = watch(WatchLimits.DEFAULT);
        var reader = reader(watch);
        position.set(31_582);

        assertThat(measured(watch, reader).lag()).isZero();
    }

    @Test
    void a_session_that_holds_back_the_mark_is_named(CapturedOutput log) throws SQLException {
        var watch = watch(new WatchLimits(NEVER, NEVER, NEVER, NEVER, NOW, NOW));
        var reader = reader(watch);
        try (var holder = store.writer(); var writer = store.writer()) {
            holder.append();
            writer.append();
            writer.commit();

            var state = measured(watch, reader);

            assertThat(state.lag()).isEqualTo(2);
            assertThat(state.lagTime()).isPositive();
            var pid = holder.jdbc().sql("select pg_backend_pid()").query(Integer.class).single();
            var named = "the high-water mark is held at position 0 by the session with pid " + pid
                    + " (role roster_command, application PostgreSQL JDBC Driver) since ";
            assertThat(Objects.requireNonNull(state.standstill()).reason()).startsWith(named);
            assertThat(log).contains("WARN", "ERROR", named);
            assertThat(held("pid", "" + pid, "role", "roster_command", "application", "PostgreSQL JDBC Driver")).isNotNull();

            holder.commit();
            position.set(2);
            assertThat(measured(watch, reader).standstill()).isNull();
            assertThat(held()).isNull();
            assertThat(log).contains("the session with pid " + pid + " no longer holds the high-water mark");
        }
    }

    private @Nullable Gauge held(String... tags) {
        return meters.find("roster.high.water.mark.held").tags(tags).gauge();
    }

    @Test
    void a_short_append_is_not_named(CapturedOutput log) throws SQLException {
        var watch = watch(WatchLimits.DEFAULT);
        try (var holder = store.writer(); var writer = store.writer()) {
            holder.append();
            writer.append();

            assertThat(measured(watch, reader(watch)).standstill()).isNull();

            assertThat(held()).isNull();
            assertThat(log).doesNotContain("high-water mark");
        }
    }

    @Test
    void while_the_event_store_does_not_answer_the_lag_grows() throws SQLException {
        var watch = watch(new WatchLimits(NOW, NOW, NEVER, NEVER, NEVER, NEVER));
        var reader = reader(watch);
        measured(watch, reader);
        reachable.set(false);

        var state = measured(watch, reader);

        assertThat(state.lagTime()).isPositive();
        assertThat(Objects.requireNonNull(state.standstill()).reason()).isEqualTo("the event store cannot be read");
        await().untilAsserted(() -> assertThat(measured(watch, reader).lagTime()).isGreaterThan(state.lagTime()));
    }

    @Test
    void a_reader_that_does_not_move_stands_still() throws SQLException {
        var watch = watch(new WatchLimits(NEVER, NEVER, NEVER, Duration.ofMillis(1), NEVER, NEVER));
        var reader = reader(watch);
        try (var writer = store.writer()) {
            writer.append();
            writer.commit();
            measured(watch, reader);

            await().untilAsserted(() -> assertThat(measured(watch, reader).standstill()).isNotNull());

            position.set(1);
            assertThat(measured(watch, reader).standstill()).isNull();
        }
    }

    @Test
    void a_step_that_does_not_end_stands_still() {
        var watch = watch(new WatchLimits(NEVER, NEVER, NOW, NEVER, NEVER, NEVER));
        var end = new CountDownLatch(1);
        try (var hanging = new Subscription("publisher", () -> {
            end.await();
            return Progress.CAUGHT_UP;
        }, Rest.NONE)) {
            var reader = watch.reader(hanging, _ -> Optional.of(0L));
            hanging.start();

            await().untilAsserted(() -> assertThat(reader.state().standstill()).isNotNull());

            end.countDown();
            await().untilAsserted(() -> assertThat(reader.state().standstill()).isNull());
        }
    }

    /** An interrupt does not end a statement. */
    @Test
    void when_it_is_closed_its_connection_is_not_in_use_any_more() throws InterruptedException {
        var inUse = new CountDownLatch(1);
        var unused = new AtomicBoolean();
        var watch = new StoreWatch(new DelegatingDataSource(store.as("roster_query")) {
            @Override
            public java.sql.Connection getConnection() throws SQLException {
                inUse.countDown();
                for (int i = 0; i < 10; i++) {
                    Thread.interrupted();
                    LockSupport.parkNanos(NOT_LONG.toNanos());
                }
                unused.set(true);
                throw new SQLException("as if PostgreSQL were frozen");
            }
        }, meters);
        watch.start();
        inUse.await();

        watch.close();

        assertThat(unused).isTrue();
    }
}
