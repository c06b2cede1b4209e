package roster.recordlog.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A signature line of a note.
 *
 * @param name    of the key
 * @param content base64 of the key's id (4 bytes) and of what its type of signature consists of
 */
public record NoteSignature(String name, String content) {
    static final String DASH = "\u2014 ";
    private static final Pattern LINE = Pattern.compile(DASH + "([^\\s+\\p{Z}]+) ([A-Za-z0-9+/]+={0,2})");

    static NoteSignature of(VerifierKey key, byte[] signature) {
        var content = ByteBuffer.allocate(Integer.BYTES + signature.length).putInt(key.id()).put(signature).array();
        return new NoteSignature(key.name(), Base64.getEncoder().encodeToString(content));
    }

    /** @throws MalformedNote for anything else */
    public static NoteSignature parse(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new MalformedNote("not a line with a signature: " + line);
        }
        checkContent(parts.group(2));
        return new NoteSignature(parts.group(1), parts.group(2));
    }

    private static void checkContent(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64);
            if (bytes.length <= Integer.BYTES || !Base64.getEncoder().encodeToString(bytes).equals(base64)) {
                throw new MalformedNote("a signature is too short, or not in canonical base64: " + base64);
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedNote("a signature is not in base64: " + e.getMessage());
        }
    }

    int keyId() {
        return ByteBuffer.wrap(decoded()).getInt();
    }

    byte[] bytes() {
        var decoded = decoded();
        return Arrays.copyOfRange(decoded, Integer.BYTES, decoded.length);
    }

    private byte[] decoded() {
        return Base64.getDecoder().decode(content);
    }

    /** The line, without its end. */
    @Override
    public String toString() {
        return DASH + name + " " + content;
    }
}
