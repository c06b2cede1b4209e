package roster.eventstore.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Associated data that binds sealed bytes to their member, or to their event and field. */
final class Bytes {
    private Bytes() {}

    static byte[] of(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }

    static byte[] of(UUID eventId, String field) {
        var text = field.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * Long.BYTES + text.length)
                .putLong(eventId.getMostSignificantBits()).putLong(eventId.getLeastSignificantBits()).put(text).array();
    }
}
