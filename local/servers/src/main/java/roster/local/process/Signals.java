package roster.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Freezes processes, and lets them go on. */
public final class Signals {
    private Signals() {}

    /** Stops processes without ending them: they answer nothing more, and their connections stay open. */
    public static void freeze(List<ProcessHandle> processes) {
        send("-STOP", processes);
    }

    /** Continues what {@link #freeze} has stopped. */
    public static void thaw(List<ProcessHandle> processes) {
        send("-CONT", processes);
    }

    private static void send(String signal, List<ProcessHandle> processes) {
        var command = new ArrayList<>(List.of("kill", signal));
        processes.forEach(it -> command.add(String.valueOf(it.pid())));
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending " + signal, e);
        }
    }
}
