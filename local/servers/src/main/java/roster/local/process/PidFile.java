package roster.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Identifies a child process in a file, so that it is found again if it is left running, even if its process id was reused. */
record PidFile(Path file) {
    void write(ProcessHandle process) {
        try {
            Files.writeString(file, identity(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<ProcessHandle> find() {
        try {
            var identity = Files.exists(file) ? Files.readString(file) : "";
            var pid = identity.substring(0, Math.max(0, identity.indexOf(' ')));
            return pid.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(pid)).filter(process -> identity(process).equals(identity));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String identity(ProcessHandle process) {
        return process.pid() + " since " + process.info().startInstant().map(Object::toString).orElse("?") + "\n";
    }
}
