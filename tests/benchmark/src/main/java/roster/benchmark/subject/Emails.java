package roster.benchmark.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** E-mails that the inbox has accepted, from the file in which it keeps them, which costs the inbox nothing. */
public final class Emails {
    /** Ahead of each e-mail: the microsecond of its arrival, its length and its checksum. */
    private static final Pattern HEAD = Pattern.compile("Mail (\\d{19}) (\\d{10}) [0-9a-f]{8}\n");
    private static final int HEAD_LENGTH = 45;
    /** Sender and recipient are at the beginning. */
    private static final int ENVELOPE_LENGTH = 1_000;
    private static final Pattern RECIPIENT = Pattern.compile("Delivered-To: ([^\r\n]+)");

    private final Path log;
    private final List<Kept> kept = new ArrayList<>();
    private long end;

    private record Kept(Instant arrived, String recipient) {}

    Emails(Path folder) {
        this.log = folder.resolve("mails.log");
    }

    public synchronized int count() {
        readOn();
        return kept.size();
    }

    /**
     * Moment of arrival, by recipient, of e-mails that have arrived since then; of several to one recipient, of the first. They are accepted when
     * they are on disk, a few milliseconds later.
     */
    public synchronized Map<String, Instant> acceptedSince(Instant since) {
        readOn();
        var accepted = new HashMap<String, Instant>();
        kept.stream().filter(it -> !it.arrived.isBefore(since)).forEach(it -> accepted.putIfAbsent(it.recipient, it.arrived));
        return accepted;
    }

    /** Reads what was added since the last time. */
    private void readOn() {
        if (!Files.exists(log)) {
            return;
        }
        try (var file = FileChannel.open(log)) {
            for (var head = HEAD.matcher(text(file, end, HEAD_LENGTH)); head.matches(); head.reset(text(file, end, HEAD_LENGTH))) {
                long start = end + HEAD_LENGTH;
                int length = Integer.parseInt(head.group(2));
                if (file.size() < start + length) {
                    return;
                }
                var recipient = RECIPIENT.matcher(text(file, start, Math.min(length, ENVELOPE_LENGTH)));
                kept.add(new Kept(Instant.EPOCH.plus(Long.parseLong(head.group(1)), ChronoUnit.MICROS),
                        recipient.find() ? recipient.group(1) : ""));
                end = start + length;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(FileChannel file, long start, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && file.read(bytes, start + bytes.position()) >= 0) {
            // until it is full, or the file ends
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
    }
}
