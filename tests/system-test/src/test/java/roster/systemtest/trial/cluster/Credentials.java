package roster.systemtest.trial.cluster;

import java.security.SecureRandom;
import java.util.Base64;

/** Tokens and keys of one run. */
public record Credentials(String operatorToken, String notificationToken, String invitationKeys, String masterKeys, String logKeys) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Credentials random() {
        return new Credentials(secret(Base64.getUrlEncoder()), secret(Base64.getUrlEncoder()), key("k1"), key("k1"),
                secret(Base64.getEncoder()));
    }

    /** A key of a kind that services accept: {@code <id>:<base64>}. */
    public static String key(String id) {
        return id + ":" + secret(Base64.getEncoder());
    }

    private static String secret(Base64.Encoder encoder) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return encoder.encodeToString(bytes).replace("=", encoder == Base64.getEncoder() ? "=" : "");
    }
}
