package roster.benchmark.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** E-mails that the inbox has accepted, from its folder, which costs the inbox nothing. */
public final class Emails {
    private static final String RECIPIENT = "Delivered-To: ";

    private final Path folder;

    Emails(Path folder) {
        this.folder = folder;
    }

    public int count() {
        var names = folder.toFile().list((_, name) -> name.endsWith(".eml"));
        return names == null ? 0 : names.length;
    }

    /** Moment of acceptance, by recipient, of e-mails that were accepted since then; of several to one recipient, of the first. */
    public Map<String, Instant> acceptedSince(Instant since) {
        var accepted = new HashMap<String, Instant>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(it -> number(it) >= ChronoUnit.MICROS.between(Instant.EPOCH, since)).sorted().toList()) {
                accepted.putIfAbsent(recipient(file), ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return accepted;
    }

    /** Its name is the moment at which it arrived, in microseconds. */
    private static long number(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.endsWith(".eml") ? Long.parseLong(name.substring(0, name.indexOf('.'))) : -1;
    }

    private static String recipient(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.filter(it -> it.startsWith(RECIPIENT)).findFirst().orElseThrow().substring(RECIPIENT.length());
        }
    }
}
