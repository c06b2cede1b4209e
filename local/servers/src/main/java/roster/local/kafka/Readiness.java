package roster.local.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;

import roster.local.process.ChildProcess;
import roster.local.process.Ports;

/** Waits until a broker answers, or has ended. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Readiness() {}

    static void await(int port, ChildProcess broker) {
        broker.awaitReady(PATIENCE, () -> Ports.accepts(port) && answers(port));
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
