package roster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.local.process.ChildProcess;
import roster.standalone.running.Terminal;
import roster.standalone.settings.StartFailure;

class SupervisedTest {
    @TempDir private Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Sleeper sleeper = new Sleeper();
    private final Supervised supervised = new Supervised(sleeper, new Terminal(new PrintStream(said, true, StandardCharsets.UTF_8)));

    @AfterEach
    void close() {
        supervised.close();
    }

    @Test
    void one_that_dies_is_named_and_started_again() {
        supervised.start();
        sleeper.running().kill();

        await().until(() -> sleeper.starts.get() == 2 && sleeper.running().isAlive());
        await().untilAsserted(() -> assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("sleeper has ended; it is started again in 0.5 s", "sleeper is back"));
    }

    @Test
    void the_pause_grows_while_it_keeps_dying() {
        supervised.start();
        sleeper.failures.set(2);
        sleeper.running().kill();

        await().until(() -> said.toString(StandardCharsets.UTF_8).contains("sleeper is back"));
        assertThat(said.toString(StandardCharsets.UTF_8).lines()).containsExactly("sleeper has ended; it is started again in 0.5 s",
                "sleeper does not start: not today", "sleeper has ended; it is started again in 1.0 s",
                "sleeper does not start: not today", "sleeper has ended; it is started again in 2.0 s", "sleeper is back");
    }

    @Test
    void one_that_is_told_to_stop_stays_stopped() {
        supervised.start();
        supervised.close();
        assertThat(sleeper.running().isAlive()).isFalse();
        assertThat(sleeper.starts).hasValue(1);
        assertThat(said.size()).isZero();
    }

    @Test
    void one_that_does_not_start_says_why() {
        sleeper.failures.set(1);
        assertThatThrownBy(supervised::start).isInstanceOf(StartFailure.class).hasMessage("sleeper does not start: not today");
    }

    /** A process that does nothing. */
    private final class Sleeper implements Server {
        private final AtomicInteger starts = new AtomicInteger();
        private final AtomicInteger failures = new AtomicInteger();
        private volatile @Nullable ChildProcess process;

        ChildProcess running() {
            if (process == null) {
                throw new AssertionError("not started");
            }
            return process;
        }

        @Override
        public String name() {
            return "sleeper";
        }

        @Override
        public void start() {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("not today");
            }
            process = ChildProcess.start(folder, "sleeper", List.of("sleep", "1000"), Map.of());
            starts.incrementAndGet();
        }

        @Override
        public CompletableFuture<?> exit() {
            return running().exit();
        }

        @Override
        public void stop() {
            if (process != null) {
                process.close();
            }
        }
    }
}
