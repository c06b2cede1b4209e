package example.consumer;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Locale;

/** The checksum of docs/consuming.md: the sum of the SHA-256 of each event's line, modulo 2^256. */
public final class EventSum {
    private EventSum() {}

    public static String of(Collection<String> lines) {
        var sum = lines.stream().map(EventSum::sha256).reduce(BigInteger.ZERO, BigInteger::add);
        return String.format(Locale.ROOT, "%064x", sum.mod(BigInteger.TWO.pow(256)));
    }

    private static BigInteger sha256(String line) {
        try {
            return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
