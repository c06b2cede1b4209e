package roster.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;

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

    private final Process shell;

    private LastWill(Process shell) {
        this.shell = shell;
    }

    public static LastWill interrupt(long pid) {
        try {
            return new LastWill(new ProcessBuilder("/bin/sh", "-c", WAIT_AND_INTERRUPT, "sh", String.valueOf(pid))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start());
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
