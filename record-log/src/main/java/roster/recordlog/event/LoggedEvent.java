package roster.recordlog.event;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;

import roster.recordlog.merkle.Hash;

/**
 * An event as it is stored, of which a leaf covers everything.
 *
 * @param recordedAt to microseconds
 * @param payload    JSON, as PostgreSQL writes it
 * @param metadata   JSON, as PostgreSQL writes it
 * @param sealed     personal fields, encrypted; empty when there are none
 */
public record LoggedEvent(long position, UUID eventId, UUID aggregateId, UUID organizationId, long sequence, String type, int revision,
        Instant recordedAt, String payload, String metadata, Sealed sealed) {
    private static final byte VERSION = 1;
    private static final int FIXED = 1 + Long.BYTES + 3 * 2 * Long.BYTES + Long.BYTES + Integer.BYTES + Long.BYTES + 4 * Integer.BYTES;

    /** Bytes of the sealed fields. */
    public static final class Sealed {
        private final byte[] bytes;

        public Sealed(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /**
     * The leaf: version 1 in one byte; position; event, aggregate and organization id (16 bytes each); sequence; revision (4 bytes); time in
     * microseconds since 1970; then type, payload, metadata (UTF-8) and sealed fields, each after its length in bytes (4 bytes). Numbers have 8
     * bytes unless stated otherwise, the most significant first.
     */
    public byte[] leaf() {
        var texts = new byte[][]{utf8(type), utf8(payload), utf8(metadata), sealed.bytes};
        var leaf = ByteBuffer.allocate(FIXED + Arrays.stream(texts).mapToInt(it -> it.length).sum());
        leaf.put(VERSION).putLong(position);
        put(leaf, eventId);
        put(leaf, aggregateId);
        put(leaf, organizationId);
        leaf.putLong(sequence).putInt(revision).putLong(ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt));
        for (var text : texts) {
            leaf.putInt(text.length).put(text);
        }
        return leaf.array();
    }

    /**
     * The event of a leaf.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static LoggedEvent of(byte[] leaf) {
        var bytes = ByteBuffer.wrap(leaf);
        try {
            if (bytes.get() != VERSION) {
                throw new IllegalArgumentException("a leaf of another version");
            }
            var event = read(bytes);
            if (bytes.hasRemaining()) {
                throw new IllegalArgumentException("a leaf is too long");
            }
            return event;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("a leaf is too short", e);
        }
    }

    private static LoggedEvent read(ByteBuffer leaf) {
        long position = leaf.getLong();
        var eventId = id(leaf);
        var aggregateId = id(leaf);
        var organizationId = id(leaf);
        long sequence = leaf.getLong();
        int revision = leaf.getInt();
        var recordedAt = Instant.EPOCH.plus(leaf.getLong(), ChronoUnit.MICROS);
        return new LoggedEvent(position, eventId, aggregateId, organizationId, sequence, text(leaf), revision, recordedAt, text(leaf),
                text(leaf),
                new Sealed(bytes(leaf)));
    }

    private static UUID id(ByteBuffer leaf) {
        return new UUID(leaf.getLong(), leaf.getLong());
    }

    private static String text(ByteBuffer leaf) {
        return new String(bytes(leaf), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ByteBuffer leaf) {
        int length = leaf.getInt();
        if (length < 0 || length > leaf.remaining()) {
            throw new IllegalArgumentException("a leaf is too short");
        }
        var bytes = new byte[length];
        leaf.get(bytes);
        return bytes;
    }

    /** The same at another position. */
    public LoggedEvent at(long other) {
        return new LoggedEvent(other, eventId, aggregateId, organizationId, sequence, type, revision, recordedAt, payload, metadata,
                sealed);
    }

    public Hash hash() {
        return Hash.ofLeaf(leaf());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ByteBuffer leaf, UUID id) {
        leaf.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
