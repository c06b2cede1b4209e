package roster.contract.secret;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Detects weak secrets: short ones, placeholders, and repetitive or sequential text. A random secret is rejected with a probability of less
 * than one in a million.
 */
public final class SecretStrength {
    private static final int SHORTEST = 32;
    private static final int FEWEST_DIFFERENT = 8;
    private static final Pattern PLACEHOLDER = Pattern.compile("change|secret|password|default|example|placeholder|replace|insert",
            Pattern.CASE_INSENSITIVE);

    private SecretStrength() {}

    /** The weakness, to be appended to the name of the setting. Contains no part of the secret. */
    public static Optional<String> weakness(byte[] secret) {
        if (secret.length < SHORTEST) {
            return Optional.of("is shorter than " + SHORTEST + " bytes");
        }
        if (PLACEHOLDER.matcher(new String(secret, StandardCharsets.ISO_8859_1)).find()) {
            return Optional.of("is a placeholder");
        }
        if (different(secret) < FEWEST_DIFFERENT || repeatsItself(secret) || counts(secret)) {
            return Optional.of("is not random");
        }
        return Optional.empty();
    }

    private static long different(byte[] secret) {
        return IntStream.range(0, secret.length).map(i -> secret[i]).distinct().count();
    }

    private static boolean repeatsItself(byte[] secret) {
        return IntStream.rangeClosed(1, secret.length / 2)
                .anyMatch(period -> IntStream.range(period, secret.length).allMatch(i -> secret[i] == secret[i - period]));
    }

    /** True when most characters equal, or are adjacent to, the previous one, as in {@code abcdef} or {@code 3210}. */
    private static boolean counts(byte[] secret) {
        return IntStream.range(1, secret.length).filter(i -> Math.abs(secret[i] - secret[i - 1]) <= 1).count() > secret.length / 2;
    }
}
