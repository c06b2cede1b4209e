package roster.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Interrupts a detached server when this process has ended for any reason: a shell waits for the end of a pipe that only this process holds
 * open. A server that ignores interrupts, because it was started where they are ignored, gets SIGTERM.
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

    /** Checks every second whether the other process still runs: it holds no pipe that would end with it. */
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

    /** Ends a server as soon as a given other process has ended, and deletes its folder. Cannot be revoked. */
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

    /** Revokes the interrupt. */
    @Override
    public void close() {
        try (var word = shell.outputWriter()) {
            word.write("revoked\n");
        } catch (IOException e) {
            shell.destroyForcibly();
        }
    }
}
