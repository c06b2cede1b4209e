package roster.http.head;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of UTF-8 in queries and forms. Malformed escapes, overlong forms and encoded surrogates are errors. */
public final class Percent {
    private static final int HEX = 16;

    private Percent() {}

    /** @throws IllegalArgumentException unless the text is the encoding of some other text */
    public static String decode(String encoded) {
        return decode(encoded.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException unless the bytes are the encoding of a text */
    public static String decode(byte[] encoded) {
        var bytes = new ByteArrayOutputStream(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            switch (encoded[i]) {
                case '+' -> bytes.write(' ');
                case '%' -> {
                    bytes.write(digit(encoded, i + 1) * HEX + digit(encoded, i + 2));
                    i += 2;
                }
                default -> bytes.write(encoded[i]);
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static int digit(byte[] text, int place) {
        int digit = place < text.length ? Character.digit(text[place], HEX) : -1;
        if (digit < 0) {
            throw new IllegalArgumentException("an escape lacks two hexadecimal digits");
        }
        return digit;
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
    }
}
