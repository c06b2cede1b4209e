package roster.command.membership;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import roster.contract.email.EmailAddress;
import roster.contract.secret.ConfiguredKeys;

/** Hashes addresses that are compared but not stored: HMAC-SHA-256 with a key derived from the first invitation key. */
public final class AddressHash {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private AddressHash(byte[] key) {
        this.key = new SecretKeySpec(mac(new SecretKeySpec(key, ALGORITHM), "the address of a letter"), ALGORITHM);
    }

    public static AddressHash under(String invitationKeys) {
        return new AddressHash(ConfiguredKeys.of("ROSTER_INVITATION_KEYS", invitationKeys, "at least 32 bytes").firstEntry().getValue());
    }

    public String of(EmailAddress address) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, address.canonical()));
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
