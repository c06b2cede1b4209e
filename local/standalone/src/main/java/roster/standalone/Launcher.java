package roster.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import roster.standalone.doctor.Doctor;
import roster.standalone.running.RebuildViews;
import roster.standalone.running.Status;
import roster.standalone.running.Terminal;
import roster.standalone.running.VerifyOrganization;
import roster.standalone.settings.Settings;
import roster.standalone.settings.StartFailure;

/**
 * The program behind {@code ./roster}. {@code up} makes missing or stale AOT caches and runs Roster until it is stopped, {@code train} only
 * makes them, no argument only runs it. The other commands look at what runs, and end.
 */
public final class Launcher {
    private static final AtomicBoolean STOPPING = new AtomicBoolean();

    private Launcher() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            launch(List.of(arguments), new Terminal(System.out));
        } catch (StartFailure e) {
            fail(() -> e.why().lines().forEach(line -> System.err.println("roster: " + line)));
        } catch (IOException | RuntimeException e) {
            fail(e::printStackTrace);
        }
    }

    private static void launch(List<String> arguments, Terminal terminal) throws IOException, InterruptedException {
        switch (arguments.isEmpty() ? "run" : arguments.getFirst()) {
            case "run" -> run(terminal);
            case "train" -> train(terminal);
            case "up" -> {
                train(terminal);
                run(terminal);
            }
            case "rebuild" -> end(new RebuildViews(settings(), terminal, Duration.ofSeconds(1)).run(arguments.contains("--verify")));
            case "status" -> end(new Status(settings(), terminal).run());
            case "doctor" -> end(new Doctor(settings(), terminal).run());
            case "verify" -> System.exit(new VerifyOrganization(settings()).run(arguments.getLast()));
            default -> throw new StartFailure("unknown command " + arguments.getFirst());
        }
    }

    private static void end(boolean good) {
        System.exit(good ? 0 : 1);
    }

    private static Settings settings() {
        return Settings.of(System.getenv(), root());
    }

    private static void train(Terminal terminal) {
        var training = new Training(root());
        if (training.isNeeded()) {
            training.run(terminal);
        }
    }

    private static void run(Terminal terminal) throws InterruptedException {
        var begin = Instant.now();
        var settings = settings();
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
