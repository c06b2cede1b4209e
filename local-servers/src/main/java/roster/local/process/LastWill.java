package roster.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Interrupts a server that detached itself from us when this process has ended, however it ended: a shell waits for the end of a pipe
 * that only we hold. A server that does not hear interrupts, because it was started where they are ignored, is asked to terminate.
 */
public final class LastWill implements AutoCloseable {
    private static final String WAIT_AND_INTERRUPT = """
            trap '' INT HUP
            while read -r word; do [ "$word" = revoked ] && exit; done
            kill -INT "$1"
            n=0
            while kill -0 "$1" && [ $n -lt 50 ]; do sleep 0.1; n=$((n + 1)); done
            kill -TERM "$1"
            """;

    /** Looks every second whether that process still runs: nobody holds a pipe for as long as another process lives. */
    private static final String OF_ANOTHER = """
            trap '' INT HUP
            while kill -0 "$2"; do sleep 1; done
            kill -QUIT "$1"
            n=0
            while kill -0 "$1" && [ $n -lt 50 ]; do sleep 0.1; n=$((n + 1)); done
            kill -KILL "$1"
            rm -rf "$3"
            """;

    private final Process shell;

    private LastWill(Process shell) {
        this.shell = shell;
    }

    public static LastWill interrupt(long pid) {
        return new LastWill(shell(WAIT_AND_INTERRUPT, String.valueOf(pid)));
    }

    /** Ends a server at once when another process than this one has ended, and deletes its folder. It cannot be revoked. */
    public static void endWith(ProcessHandle other, long pid, Path folder) {
        shell(OF_ANOTHER, String.valueOf(pid), String.valueOf(other.pid()), folder.toString());
    }

    private static Process shell(String script, String... arguments) {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Revokes it. */
    @Override
    public void close() {
        try (var word = shell.outputWriter()) {
            word.write("revoked\n");
        } catch (IOException e) {
            shell.destroyForcibly();
        }
    }
}
