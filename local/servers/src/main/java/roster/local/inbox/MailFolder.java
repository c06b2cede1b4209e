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

import roster.local.disk.DurableFile;

/** The mails of a folder, one file each. Only an index is in memory. */
final class MailFolder {
    private static final String SUFFIX = ".eml";

    private final Path folder;
    private final ConcurrentNavigableMap<Long, StoredMail> mails = new ConcurrentSkipListMap<>();
    private final AtomicLong lastNumber = new AtomicLong();

    private MailFolder(Path folder) {
        this.folder = folder;
    }

    static MailFolder open(Path folder) throws IOException {
        var mailbox = new MailFolder(Files.createDirectories(folder));
        try (var files = Files.list(folder)) {
            for (var file : files.filter(file -> file.toString().endsWith(SUFFIX)).toList()) {
                mailbox.found(file);
            }
        }
        return mailbox;
    }

    private void found(Path file) throws IOException {
        // as single bytes, because only the envelope is known to be UTF-8
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            var envelope = Envelope.parse(lines.map(MailFolder::utf8));
            var number = Long.parseLong(file.getFileName().toString().replace(SUFFIX, ""));
            mails.put(number, new StoredMail(number, envelope, file));
            lastNumber.accumulateAndGet(number, Math::max);
        }
    }

    private static String utf8(String line) {
        return new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Stores a mail on disk before it returns. */
    StoredMail deliver(Envelope envelope, InputStream message) throws IOException {
        var content = new ByteArrayOutputStream();
        content.writeBytes(envelope.header().getBytes(StandardCharsets.UTF_8));
        message.transferTo(content);
        var number = lastNumber.updateAndGet(last -> Math.max(last + 1, ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now())));
        var mail = new StoredMail(number, envelope, folder.resolve(number + SUFFIX));
        DurableFile.write(mail.file(), content.toByteArray());
        mails.put(number, mail);
        return mail;
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
        for (var mail : oldestFirst()) {
            mails.remove(mail.number());
            try {
                Files.deleteIfExists(mail.file());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
