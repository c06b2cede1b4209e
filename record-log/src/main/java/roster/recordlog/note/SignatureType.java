package roster.recordlog.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What is signed, and how the signature is written. */
enum SignatureType {
    /** The text. */
    NOTE((byte) 1, Ed25519.SIGNATURE),
    /** The text of a checkpoint, with the time at which a witness has seen it (tlog-cosignature). */
    COSIGNATURE((byte) 4, Long.BYTES + Ed25519.SIGNATURE);

    private final byte identifier;
    private final int length;

    SignatureType(byte identifier, int length) {
        this.identifier = identifier;
        this.length = length;
    }

    static SignatureType of(byte identifier) {
        for (var type : values()) {
            if (type.identifier == identifier) {
                return type;
            }
        }
        throw new MalformedNote("keys of type " + identifier + " are not supported, only Ed25519 (1) and its cosignatures (4)");
    }

    byte identifier() {
        return identifier;
    }

    int length() {
        return length;
    }

    byte[] message(String text, byte[] signature) {
        return switch (this) {
            case NOTE -> text.getBytes(StandardCharsets.UTF_8);
            case COSIGNATURE -> cosigned(text, ByteBuffer.wrap(signature).getLong());
        };
    }

    /** @param time in seconds since 1970 */
    static byte[] cosigned(String text, long time) {
        return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }
}
