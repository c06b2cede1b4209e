package roster.access.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The secret of an API token: {@code rst_}, 30 random characters of base 62 (178 bits), and a checksum of six, by which a typing error, or a
 * scanner for leaked secrets, needs no query. Only its SHA-256 is stored; with that much randomness no salt is needed.
 */
public final class ApiTokenSecret {
    public static final String PREFIX = "rst_";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM = 30;
    private static final int CHECK = 6;
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (RANDOM + CHECK) + "}");
    private static final SecureRandom SECURE = new SecureRandom();

    private final String text;

    private ApiTokenSecret(String text) {
        this.text = text;
    }

    public static ApiTokenSecret random() {
        var digits = SECURE.ints(RANDOM, 0, DIGITS.length())
                .mapToObj(digit -> DIGITS.substring(digit, digit + 1))
                .reduce(PREFIX, String::concat);
        return new ApiTokenSecret(digits + check(digits));
    }

    /** Empty when the text has not the form of a secret. */
    public static Optional<ApiTokenSecret> of(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        var checked = text.substring(0, text.length() - CHECK);
        return text.endsWith(check(checked)) ? Optional.of(new ApiTokenSecret(text)) : Optional.empty();
    }

    private static String check(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        var digits = new StringBuilder();
        for (long rest = crc.getValue(); digits.length() < CHECK; rest /= DIGITS.length()) {
            digits.append(DIGITS.charAt((int) (rest % DIGITS.length())));
        }
        return digits.reverse().toString();
    }

    /** The secret in clear text, to be shown once and stored nowhere. */
    public String reveal() {
        return text;
    }

    public byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "***";
    }
}
