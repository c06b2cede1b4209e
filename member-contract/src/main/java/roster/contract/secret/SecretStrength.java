package roster.contract.secret;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tells secrets that could be guessed: short ones, placeholders, and those that a person typed to fill the line. What a random generator
 * makes passes, but for one in millions.
 */
public final class SecretStrength {
    private static final int SHORTEST = 32;
    private static final int FEWEST_DIFFERENT = 8;
    private static final Pattern PLACEHOLDER = Pattern.compile("change|secret|password|default|example|placeholder|replace|insert",
            Pattern.CASE_INSENSITIVE);

    private SecretStrength() {}

    /** What is wrong with it, to follow the name of its setting; never a part of it. */
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

    /** Whether most are the same as, or next to, the one before them, as in {@code abcdef} or {@code 3210}. */
    private static boolean counts(byte[] secret) {
        return IntStream.range(1, secret.length).filter(i -> Math.abs(secret[i] - secret[i - 1]) <= 1).count() > secret.length / 2;
    }
}
