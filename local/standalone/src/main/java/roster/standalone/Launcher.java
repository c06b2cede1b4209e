package roster.standalone;

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
 * {@code up} it creates them first.
 */
public final class Launcher {
    private static final AtomicBoolean STOPPING = new AtomicBoolean();

    private Launcher() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            var terminal = new Terminal(System.out);
            if (arguments.length > 0) {
                train(terminal);
            }
            if (!List.of(arguments).contains("train")) {
                run(terminal);
            }
        } catch (StartFailure e) {
            fail(() -> e.why().lines().forEach(line -> System.err.println("roster: " + line)));
        } catch (RuntimeException e) {
            fail(e::printStackTrace);
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
