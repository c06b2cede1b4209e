package roster.systemtest.trial.cluster;

import java.security.SecureRandom;
import java.util.Base64;

/** Tokens and keys of one run. */
public record Credentials(String operatorToken, String notificationToken, String invitationKeys, String masterKeys, String logKeys) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Credentials random() {
        var tokens = Base64.getUrlEncoder().withoutPadding();
        return new Credentials(tokens.encodeToString(secret()), tokens.encodeToString(secret()), key("k1"), key("k1"),
                Base64.getEncoder().encodeToString(secret()));
    }

    /** A key of a kind that services accept: {@code <id>:<base64>}. */
    public static String key(String id) {
        return id + ":" + Base64.getEncoder().encodeToString(secret());
    }

    private static byte[] secret() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
