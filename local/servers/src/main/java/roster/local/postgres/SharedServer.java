package roster.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Port and passwords of a build's server, shared by its JVMs in a file. */
record SharedServer(Path folder, int port, Passwords passwords) {
    private static final String FILE = "connection";

    /** Empty before the server has been started. */
    static Optional<SharedServer> in(Path folder) {
        var file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var lines = Files.readAllLines(file);
            return Optional.of(new SharedServer(folder, Integer.parseInt(lines.getFirst()), Passwords.of(lines.subList(1, lines.size()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write() {
        try {
            Files.write(folder.resolve(FILE), List.of(String.valueOf(port), String.join("\n", passwords.all())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LocalPostgres attach() {
        return new LocalPostgres(null, port, passwords);
    }
}
