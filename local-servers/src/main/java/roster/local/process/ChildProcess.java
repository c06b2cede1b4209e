package roster.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs beside us, writes what it has to say to a file, and leaves when we leave, even when we are killed. It is deaf to
 * the Ctrl-C that a terminal sends to all of us: stopping it, in the right order, is our task.
 */
public final class ChildProcess implements AutoCloseable {
    /**
     * The shell leaves a subshell behind that waits for the end of a pipe that only the parent holds, and turns into the program: so
     * there is no moment at which the program runs unwatched, and its process id is the one that was started.
     */
    private static final String LEAVE_WITH_PARENT = """
            trap '' INT HUP
            exec 3<&0 </dev/null
            (
                while read -r _; do :; done <&3
                kill -TERM $$
                n=0
                while kill -0 $$ && [ $n -lt 50 ]; do sleep 0.1; n=$((n + 1)); done
                kill -KILL $$
            ) >/dev/null 2>&1 &
            exec 3<&-
            exec "$@"
            """;

    private static final long PAUSE_MILLIS = 50;
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Process process;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * @param folder      for {@code <name>.log} and {@code <name>.pid}
     * @param environment added to ours
     */
    public static ChildProcess start(Path folder, String name, List<String> command, Map<String, String> environment) {
        var log = folder.resolve(name + ".log");
        var shell = new ArrayList<>(List.of("/bin/sh", "-c", LEAVE_WITH_PARENT, "sh"));
        shell.addAll(command);
        var builder = new ProcessBuilder(shell).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(folder);
            var process = builder.start();
            pidFile(folder, name).write(process.toHandle());
            return new ChildProcess(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the child of a killed predecessor of ours, which is about to leave, and sees to it that it does. */
    public static void endOrphan(Path folder, String name) {
        pidFile(folder, name).find().ifPresent(orphan -> {
            orphan.destroy();
            orphan.onExit().completeOnTimeout(orphan, GRACE.toSeconds(), TimeUnit.SECONDS).join();
            if (orphan.destroyForcibly()) {
                orphan.onExit().join();
            }
        });
    }

    private static PidFile pidFile(Path folder, String name) {
        return new PidFile(folder.resolve(name + ".pid"));
    }

    /** Whether the program does by now what it was started for. */
    @FunctionalInterface
    public interface Readiness {
        boolean isReady() throws InterruptedException;
    }

    /** @throws IllegalStateException with its last words when it ends, or is not ready after {@code patience}; then it is killed */
    public void awaitReady(Duration patience, Readiness readiness) {
        var deadline = Instant.now().plus(patience);
        try {
            while (!readiness.isReady()) {
                if (!isAlive() || Instant.now().isAfter(deadline)) {
                    kill();
                    throw new IllegalStateException("its log, " + log + ", ends with\n" + lastWords());
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while process " + pid() + " starts", e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its exit code, when it has ended. */
    public CompletableFuture<Integer> exit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** Asks it to leave, and kills it when it has not after the given time. */
    public void stop(Duration grace) {
        // Process.destroy would close the pipe as well, after which the subshell grants a grace of its own.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
            process.waitFor();
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The exit code. */
    public int await() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for process " + process.pid(), e);
        }
    }

    /** The end of its log, for the message that says what went wrong. */
    public String lastWords() {
        return LogTail.of(log);
    }

    @Override
    public void close() {
        stop(GRACE);
    }
}
