package roster.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import roster.standalone.running.Terminal;
import roster.standalone.settings.StartFailure;

/** Restarts a server when it ends, after a pause that grows with repeated failures. */
final class Supervised implements AutoCloseable {
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final Server server;
    private final Terminal terminal;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread watch;

    Supervised(Server server, Terminal terminal) {
        this.server = server;
        this.terminal = terminal;
        this.watch = Thread.ofPlatform().daemon().name("watch " + server.name()).unstarted(this::watch);
    }

    /**
     * Starts the server, and returns when it is ready. From then on it is restarted when it ends.
     *
     * @throws StartFailure when it does not become ready
     */
    void start() {
        try {
            server.start();
        } catch (IllegalStateException e) {
            throw new StartFailure(server.name() + " does not start: " + e.getMessage());
        }
        watch.start();
    }

    private void watch() {
        var pause = SHORTEST_PAUSE;
        try {
            for (var started = Instant.now(); ended(); started = Instant.now()) {
                pause = started.plus(STEADY).isBefore(Instant.now()) ? SHORTEST_PAUSE : pause;
                terminal.say(server.name() + " has ended; it is started again in " + pause.toMillis() / 1000.0 + " s");
                if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                pause = longer(pause);
                startAgain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the end of the server. False when it ends because it is being closed. */
    private boolean ended() throws InterruptedException {
        try {
            server.exit().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return closing.getCount() > 0;
    }

    private void startAgain() {
        try {
            server.start();
            terminal.say(server.name() + " is back");
        } catch (RuntimeException e) {
            terminal.say(server.name() + " does not start: " + e.getMessage());
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    @Override
    public void close() {
        closing.countDown();
        watch.interrupt();
        server.stop();
    }
}
