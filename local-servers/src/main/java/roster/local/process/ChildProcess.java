package roster.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
                while kill -0 $$ && [ $n -lt 100 ]; do sleep 0.1; n=$((n + 1)); done
                kill -KILL $$
            ) >/dev/null 2>&1 &
            exec 3<&-
            exec "$@"
            """;

    private final Process process;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** @param environment added to ours */
    public static ChildProcess start(List<String> command, Map<String, String> environment, Path log) {
        var shell = new ArrayList<>(List.of("/bin/sh", "-c", LEAVE_WITH_PARENT, "sh"));
        shell.addAll(command);
        var builder = new ProcessBuilder(shell).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return new ChildProcess(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        process.destroy();
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
        stop(Duration.ofSeconds(10));
    }
}
