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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A child process that logs to a file and ends when this process ends, even when this process is killed. It ignores the Ctrl-C of the
 * terminal: the parent stops its children in the right order.
 */
public final class ChildProcess implements AutoCloseable {
    /**
     * The shell starts a subshell that waits for the end of a pipe that only the parent holds open, and then replaces itself with the program.
     * So the program is always watched, and has the process id that was started.
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
     * @param folder      folder of {@code <name>.log} and {@code <name>.pid}
     * @param environment added to that of this process
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

    /** The running child of that name, also of another process. */
    public static Optional<ProcessHandle> find(Path folder, String name) {
        return pidFile(folder, name).find();
    }

    /** Waits until the child of an earlier, killed process has ended, and kills it if necessary. */
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

    /** Checks whether the program is ready. */
    @FunctionalInterface
    public interface Readiness {
        boolean isReady() throws InterruptedException;
    }

    /** @throws IllegalStateException with the end of its log when it ends, or is killed because it is not ready after {@code patience} */
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

    public ProcessHandle process() {
        return process.toHandle();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with its exit code when it ends. */
    public CompletableFuture<Integer> exit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** Stops it without ending it: it answers nothing more, and its connections stay open. Only {@link #thaw}, or a kill, ends that. */
    public void freeze() {
        Signals.freeze(List.of(process.toHandle()));
    }

    /** Continues it. */
    public void thaw() {
        Signals.thaw(List.of(process.toHandle()));
    }

    /** Terminates it, and kills it when it has not ended after the given time. */
    public void stop(Duration grace) {
        // Process.destroy would also close the pipe, upon which the subshell applies a grace period of its own
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

    /** Waits for its end and returns the exit code. */
    public int await() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for process " + process.pid(), e);
        }
    }

    /** The end of its log, for error messages. */
    public String lastWords() {
        return LogTail.of(log);
    }

    @Override
    public void close() {
        stop(GRACE);
    }
}
