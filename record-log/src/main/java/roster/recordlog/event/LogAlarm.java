package roster.recordlog.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import roster.recordlog.merkle.Hash;

/**
 * A difference between the event store and the log that the service itself has found, which the root log holds as an entry.
 *
 * @param tree    the organization, or {@link TreeHead#STORE} when it is about no single one
 * @param number  of the alarm among those of its tree, from 1
 * @param foundAt to microseconds
 * @param what    one line
 */
public record LogAlarm(UUID tree, long number, Instant foundAt, String what) {
    /** What the entry has the hash of: the lines {@code roster alarm}, tree, number, time and what. */
    public String text() {
        return "roster alarm\n" + tree + "\n" + number + "\n" + foundAt + "\n" + what + "\n";
    }

    /** Entry of the root log: the label, then the hash of the text. */
    public byte[] entry() {
        return ByteBuffer.allocate(TreeHead.ENTRY).put(label(tree, number)).put(Hash.digest(text().getBytes(StandardCharsets.UTF_8)))
                .array();
    }

    /** SHA-256 of the lines {@code roster alarm}, tree and number. No two entries of the root log have the same. */
    public static byte[] label(UUID tree, long number) {
        return Hash.digest(("roster alarm\n" + tree + "\n" + number + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
