package roster.contract.proof;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

import roster.contract.kafka.MemberEventsTopic;
import roster.contract.stored.RecordedEvent;

/**
 * Checksum of a set of events, which does not depend on their order. Each event has the line
 *
 * <pre>{@code <position> <event id> <aggregate id> <sequence> <type> <time>}</pre>
 *
 * with one space between the values, no line end, and type and time as in the CloudEvent. The SHA-256 of its UTF-8 bytes is read as an unsigned
 * big-endian number. The checksum is the sum of these numbers modulo 2<sup>256</sup>, so that a consumer can sum up partition by partition, and
 * the checksum of a range is that of its end minus that of its start.
 *
 * <p>It is the additive hash of Bellare and Micciancio (<i>A New Paradigm for Collision-free Hashing</i>, Eurocrypt 1997) for multisets (Clarke
 * et al., <i>Incremental Multiset Hash Functions</i>, Asiacrypt 2003). It proves to an honest reader that no event was lost, repeated or moved.
 * It does not stop a forger who can choose many events and search for a set with the same sum (Wagner, <i>A Generalized Birthday Problem</i>,
 * Crypto 2002).
 *
 * @param sum 0 to 2<sup>256</sup> − 1
 */
public record Checksum(BigInteger sum) {
    /** Number of bytes. */
    public static final int LENGTH = 32;
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(8 * LENGTH);
    /** The checksum of no events. */
    public static final Checksum EMPTY = new Checksum(BigInteger.ZERO);

    public Checksum {
        if (sum.signum() < 0 || sum.compareTo(MODULUS) >= 0) {
            throw new IllegalArgumentException("not a checksum of " + LENGTH + " bytes: " + sum);
        }
    }

    /** @param bytes as of {@link #bytes} */
    public static Checksum of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a checksum has " + LENGTH + " bytes, not " + bytes.length);
        }
        return new Checksum(new BigInteger(1, bytes));
    }

    /** The line of an event. */
    public static String line(RecordedEvent it) {
        return it.position() + " " + it.eventId() + " " + it.aggregateId() + " " + it.sequence() + " "
                + MemberEventsTopic.cloudEventType(it.type()) + " " + it.recordedAt();
    }

    public Checksum plus(RecordedEvent event) {
        return plus(line(event));
    }

    public Checksum plus(String line) {
        return plus(of(sha256(line)));
    }

    public Checksum plus(Checksum others) {
        return new Checksum(sum.add(others.sum).mod(MODULUS));
    }

    public Checksum minus(Checksum others) {
        return new Checksum(sum.subtract(others.sum).mod(MODULUS));
    }

    /** The sum as 32 bytes, big-endian. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(toString());
    }

    /** The sum as 64 lower-case hexadecimal digits. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%064x", sum);
    }

    private static byte[] sha256(String line) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
