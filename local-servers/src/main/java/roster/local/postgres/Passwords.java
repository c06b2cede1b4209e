package roster.local.postgres;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** What each role of the cluster signs in with. */
public record Passwords(String superuser, String owner, String command, String query, String notification, String keys) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Passwords random() {
        return new Passwords(password(), password(), password(), password(), password(), password());
    }

    private static String password() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** By the names that {@code roles.sql} has for them. */
    Map<String, String> variables() {
        return Map.of("owner_password", owner, "command_password", command, "query_password", query, "notification_password",
                notification, "keys_password", keys);
    }

    @Override
    public String toString() {
        return "Passwords[…]";
    }
}
