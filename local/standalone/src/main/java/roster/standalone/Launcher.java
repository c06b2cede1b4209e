package roster.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import roster.standalone.settings.Settings;
import roster.standalone.settings.StartFailure;

/**
 * {@code ./roster up}: runs until it is stopped. With the argument {@code train} it creates missing or stale AOT caches and ends; with
 * {@code up} it creates them first. With {@code rebuild} it has the running Roster rebuild its views, or verify them with {@code --verify}.
 */
public final class Launcher {
    private static final AtomicBoolean STOPPING = new AtomicBoolean();

    private Launcher() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            launch(List.of(arguments), new Terminal(System.out));
        } catch (StartFailure e) {
            fail(() -> e.why().lines().forEach(line -> System.err.println("roster: " + line)));
        } catch (RuntimeException e) {
            fail(e::printStackTrace);
        }
    }

    private static void launch(List<String> arguments, Terminal terminal) throws InterruptedException {
        if (arguments.contains("rebuild")) {
            rebuild(terminal, arguments.contains("--verify"));
            return;
        }
        if (!arguments.isEmpty()) {
            train(terminal);
        }
        if (!arguments.contains("train")) {
            run(terminal);
        }
    }

    private static void rebuild(Terminal terminal, boolean verify) throws InterruptedException {
        try {
            if (!new RebuildViews(Settings.of(System.getenv(), root()), terminal, Duration.ofSeconds(1)).run(verify)) {
                System.exit(1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void train(Terminal terminal) {
        var training = new Training(root());
        if (training.isNeeded()) {
            training.run(terminal);
        }
    }

    private static void run(Terminal terminal) throws InterruptedException {
        var begin = Instant.now();
        var settings = Settings.of(System.getenv(), root());
        logInto(settings.data().resolve("log/launcher.log"));
        terminal.say("Roster is starting");
        var standalone = Standalone.prepare(settings, terminal);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(standalone, terminal), "stop"));
        standalone.start();
        terminal.say(new Announcement(settings, standalone.apiToken(), Duration.between(begin, Instant.now())).text());
        new CountDownLatch(1).await();
    }

    private static Path root() {
        return Path.of(System.getProperty("roster.root", "")).toAbsolutePath();
    }

    /** Must be called before the first logger is created. */
    private static void logInto(Path file) {
        System.setProperty("org.slf4j.simpleLogger.logFile", file.toString());
    }

    private static void stop(Standalone standalone, Terminal terminal) {
        STOPPING.set(true);
        terminal.say("Roster is stopping");
        standalone.close();
        terminal.say("Roster has stopped");
    }

    /** Reports a failure, unless Roster is stopping. */
    private static void fail(Runnable report) {
        if (!STOPPING.get()) {
            report.run();
        }
        System.exit(1);
    }
}
