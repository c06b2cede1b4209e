package roster.standalone.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the process that listens on a port. Linux tells it in {@code /proc}; on other systems, and of other users' processes, it is unknown. */
final class Listener {
    private static final Path PROCESSES = Path.of("/proc");
    private static final String LISTENING = "0A";
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int LONGEST = 90;

    private Listener() {}

    /** In words. */
    static String on(int port) {
        var sockets = Stream.of("tcp", "tcp6").flatMap(table -> lines(PROCESSES.resolve("net").resolve(table)).stream())
                .map(line -> line.strip().split("\\s+", -1))
                .filter(line -> line.length > INODE && line[STATE].equals(LISTENING)
                        && line[1].endsWith(String.format(Locale.ROOT, ":%04X", port)))
                .map(line -> "socket:[" + line[INODE] + "]").collect(Collectors.toSet());
        return ProcessHandle.allProcesses().filter(process -> hasOne(process, sockets)).findFirst().map(Listener::describe)
                .orElse("a program that this user cannot see");
    }

    private static boolean hasOne(ProcessHandle process, Set<String> sockets) {
        try (var files = Files.list(PROCESSES.resolve(String.valueOf(process.pid())).resolve("fd"))) {
            return files.map(Listener::target).flatMap(Optional::stream).anyMatch(sockets::contains);
        } catch (IOException | UncheckedIOException _) {
            return false; // it has ended, or is another user's
        }
    }

    private static Optional<String> target(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (IOException _) {
            return Optional.empty(); // closed meanwhile
        }
    }

    /** The end of a command says more than its beginning: of Java, the beginning is flags. */
    private static String describe(ProcessHandle process) {
        var command = process.info().commandLine().or(() -> process.info().command()).orElse("?");
        var shown = command.length() > LONGEST ? "…" + command.substring(command.length() - LONGEST) : command;
        return "process " + process.pid() + " (" + shown + ")";
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException _) {
            return List.of();
        }
    }
}
