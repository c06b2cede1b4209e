package roster.local.postgres;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Passwords of the roles of the cluster. */
public record Passwords(String superuser, String owner, String command, String query, String notification, String keys) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Passwords random() {
        return new Passwords(password(), password(), password(), password(), password(), password());
    }

    /** Creates passwords from a list in the order of {@link #all()}. */
    static Passwords of(List<String> all) {
        return new Passwords(all.get(0), all.get(1), all.get(2), all.get(3), all.get(4), all.get(5));
    }

    List<String> all() {
        return List.of(superuser, owner, command, query, notification, keys);
    }

    private static String password() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Passwords by their variable names in {@code roles.sql}. */
    Map<String, String> variables() {
        return Map.of("owner_password", owner, "command_password", command, "query_password", query, "notification_password",
                notification, "keys_password", keys);
    }

    @Override
    public String toString() {
        return "Passwords[…]";
    }
}
