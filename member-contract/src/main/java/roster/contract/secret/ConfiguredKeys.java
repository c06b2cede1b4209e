package roster.contract.secret;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** Reads configured keys: comma-separated {@code id:base64} pairs. Rejects weak keys. */
public final class ConfiguredKeys {
    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,16}");

    private ConfiguredKeys() {}

    /**
     * Keys by id, in the configured order. Error messages never contain a key.
     *
     * @param setting name of the setting
     * @param length  required length of a key, such as {@code at least 32 bytes}
     * @throws IllegalArgumentException when they are malformed or too weak
     */
    public static SequencedMap<String, byte[]> of(String setting, String keys, String length) {
        var secrets = new LinkedHashMap<String, byte[]>();
        for (var key : keys.split(",", -1)) {
            int colon = key.indexOf(':');
            if (colon < 1 || secrets.put(key.substring(0, colon).strip(), decoded(setting, key.substring(colon + 1), length)) != null) {
                throw misspelled(setting, length);
            }
        }
        secrets.forEach((id, secret) -> requireStrength(setting, id, secret));
        return secrets;
    }

    private static void requireStrength(String setting, String id, byte[] secret) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(setting + ": the id of a key is 1 to 16 of a-z and 0-9");
        }
        SecretStrength.weakness(secret).ifPresent(weakness -> {
            throw new IllegalArgumentException(setting + ": the key '" + id + "' " + weakness
                    + "; 'openssl rand -base64 32' generates a good one");
        });
    }

    private static byte[] decoded(String setting, String base64, String length) {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException _) {
            throw misspelled(setting, length);
        }
    }

    private static IllegalArgumentException misspelled(String setting, String length) {
        return new IllegalArgumentException(setting + " must be <id>:<base64 of " + length + ">, more of them after commas");
    }
}
