package roster.local.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** The mails of a folder. Only an index is in memory. Earlier versions wrote one file for each mail; these are still read. */
final class MailFolder implements AutoCloseable {
    private static final String LOG = "mails.log";
    private static final String SUFFIX = ".eml";

    private final ConcurrentNavigableMap<Long, StoredMail> mails = new ConcurrentSkipListMap<>();
    private final AtomicLong lastNumber = new AtomicLong();
    private final MailLog log;

    private MailFolder(Path folder) throws IOException {
        log = MailLog.open(folder.resolve(LOG), this::found);
    }

    static MailFolder open(Path folder) throws IOException {
        var mailbox = new MailFolder(Files.createDirectories(folder));
        try (var files = Files.list(folder)) {
            for (var file : files.filter(file -> file.toString().endsWith(SUFFIX)).toList()) {
                var number = Long.parseLong(file.getFileName().toString().replace(SUFFIX, ""));
                mailbox.found(new StoredMail.OfFile(number, envelope(Files.readAllBytes(file)), file));
            }
        }
        return mailbox;
    }

    private void found(long number, MailLog.Place place, byte[] content) {
        found(new StoredMail.OfLog(number, envelope(content), place));
    }

    private void found(StoredMail mail) {
        mails.put(mail.number(), mail);
        lastNumber.accumulateAndGet(mail.number(), Math::max);
    }

    /** Splits single bytes into lines, because only the envelope is known to be UTF-8. */
    private static Envelope envelope(byte[] content) {
        return Envelope.parse(new String(content, StandardCharsets.ISO_8859_1).lines()
                .map(line -> new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)));
    }

    /**
     * Stores a mail on disk before it returns.
     *
     * @return its id
     */
    String deliver(Envelope envelope, InputStream message) throws IOException {
        var content = new ByteArrayOutputStream();
        content.writeBytes(envelope.header().getBytes(StandardCharsets.UTF_8));
        message.transferTo(content);
        var number = lastNumber.updateAndGet(last -> Math.max(last + 1, ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now())));
        log.append(number, content.toByteArray());
        return StoredMail.id(number);
    }

    byte[] content(StoredMail mail) throws IOException {
        return switch (mail) {
            case StoredMail.OfLog it -> log.content(it.place());
            case StoredMail.OfFile it -> Files.readAllBytes(it.file());
        };
    }

    Optional<StoredMail> find(long number) {
        return Optional.ofNullable(mails.get(number));
    }

    List<StoredMail> oldestFirst() {
        return List.copyOf(mails.values());
    }

    List<StoredMail> newestFirst() {
        return List.copyOf(mails.descendingMap().values());
    }

    void clear() {
        try {
            for (var mail : oldestFirst()) {
                if (mail instanceof StoredMail.OfFile(var number, _, var file)) {
                    mails.remove(number);
                    Files.deleteIfExists(file);
                }
            }
            log.clear(() -> mails.values().removeIf(StoredMail.OfLog.class::isInstance));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
