package roster.eventstore.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** Keys for one purpose, derived from the master keys (HKDF-SHA256), for what is not stored: the first seals, all open. */
public final class DerivedKeys {
    private static final int LENGTH = 32;

    private final List<SecretKey> keys;

    DerivedKeys(Collection<SecretKey> masterKeys, String purpose) {
        this.keys = masterKeys.stream().map(key -> derived(key, purpose)).toList();
    }

    private static SecretKey derived(SecretKey master, String purpose) {
        try {
            var parameters = HKDFParameterSpec.ofExtract().addIKM(master).thenExpand(bytes(purpose), LENGTH);
            return KDF.getInstance("HKDF-SHA256").deriveKey("AES", parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HKDF", e);
        }
    }

    /** @param about what the text belongs to; opening requires the same */
    public byte[] seal(String about, String text) {
        return AesGcm.ofThread().seal(keys.getFirst(), bytes(about), bytes(text));
    }

    /** Empty for what was not sealed by this class, with one of these keys, about the same. */
    public Optional<String> open(String about, byte[] sealed) {
        return keys.stream().flatMap(key -> open(key, about, sealed).stream()).findFirst();
    }

    private static Optional<String> open(SecretKey key, String about, byte[] sealed) {
        try {
            return Optional.of(new String(AesGcm.ofThread().open(key, bytes(about), sealed), StandardCharsets.UTF_8));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
