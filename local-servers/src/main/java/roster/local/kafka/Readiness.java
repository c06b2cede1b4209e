package roster.local.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;

import roster.local.process.ChildProcess;
import roster.local.process.Ports;

/** Waits until a broker answers that it is there, or has given up. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 50;

    private Readiness() {}

    static void await(int port, ChildProcess broker) {
        var deadline = Instant.now().plus(PATIENCE);
        try {
            while (!Ports.accepts(port) || !answers(port)) {
                if (!broker.isAlive() || Instant.now().isAfter(deadline)) {
                    broker.kill();
                    throw new IllegalStateException("Kafka did not start: " + broker.lastWords());
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Kafka starts", e);
        }
    }

    private static boolean answers(int port) throws InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port, "default.api.timeout.ms", "5000",
                "request.timeout.ms", "5000"))) {
            return !admin.describeCluster().nodes().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | java.util.concurrent.TimeoutException _) {
            return false;
        }
    }
}
