package roster.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

import org.junit.jupiter.api.Test;

class LoopTest {
    @Test
    void an_open_loop_counts_the_time_that_an_operation_waits_for_others() {
        var one = new ReentrantLock();
        var first = new AtomicInteger();

        var load = OpenLoop.run(1_000, 0.1, _ -> {
            one.lock();
            try {
                if (first.getAndIncrement() == 0) {
                    Thread.sleep(300);
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            } finally {
                one.unlock();
            }
        });

        assertThat(load.count()).isEqualTo(100);
        assertThat(load.latencies().millis(0)).isGreaterThan(150);
    }

    @Test
    void clients_of_a_closed_loop_run_at_the_same_time() {
        var together = new CountDownLatch(3);

        var load = ClosedLoop.run(3, 0.01, () -> () -> {}, _ -> {
            together.countDown();
            try {
                together.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });

        assertThat(load.count()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void an_operation_that_fails_ends_its_loop() {
        assertThatThrownBy(() -> OpenLoop.run(100, 0.1, _ -> {
            throw new IOException("status 503");
        })).hasRootCauseMessage("status 503");
        assertThatThrownBy(() -> ClosedLoop.run(2, 60, () -> () -> {}, _ -> {
            throw new IOException("status 503");
        })).hasRootCauseMessage("status 503");
    }
}
