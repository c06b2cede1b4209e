package roster.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

class PortsTest {
    private static final int CHECKS = 2_000;

    /** A process that is being started briefly holds all open sockets of its parent. */
    @Test
    void a_free_port_is_free_while_processes_are_started() {
        var port = Ports.freeOr(0);
        var enough = new AtomicBoolean();
        var starting = CompletableFuture.runAsync(() -> startProcesses(enough));
        int taken = 0;
        for (int i = 0; i < CHECKS; i++) {
            taken += Ports.isTaken(port) ? 1 : 0;
        }
        enough.set(true);
        starting.join();

        assertThat(taken).isZero();
    }

    private static void startProcesses(AtomicBoolean enough) {
        try {
            while (!enough.get()) {
                new ProcessBuilder("true").start().waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
