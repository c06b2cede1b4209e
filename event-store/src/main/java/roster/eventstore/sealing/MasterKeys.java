package roster.eventstore.sealing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import roster.contract.secret.ConfiguredKeys;

/** The master keys, which wrap the data keys of members. They come from configuration and are not stored. */
public final class MasterKeys {
    private static final String SETTING = "ROSTER_MASTER_KEYS";
    private static final int LENGTH = 32;

    private final LinkedHashMap<String, SecretKey> keys = new LinkedHashMap<>();

    private MasterKeys() {}

    /**
     * @param keys comma-separated {@code id:base64} pairs, each of 32 random bytes; the first wraps, all unwrap
     * @throws MasterKeysRefused when they are malformed or too weak
     */
    public static MasterKeys of(String keys) {
        var masters = new MasterKeys();
        configured(keys).forEach((id, key) -> {
            if (key.length != LENGTH) {
                throw new MasterKeysRefused(SETTING + ": the key '" + id + "' is longer than " + LENGTH + " bytes");
            }
            masters.keys.put(id, new SecretKeySpec(key, "AES"));
        });
        return masters;
    }

    private static Map<String, byte[]> configured(String keys) {
        try {
            return ConfiguredKeys.of(SETTING, keys, LENGTH + " random bytes");
        } catch (IllegalArgumentException misspelled) {
            throw new MasterKeysRefused(String.valueOf(misspelled.getMessage()));
        }
    }

    /** Id of the master key that wraps. */
    public String first() {
        return keys.firstEntry().getKey();
    }

    /** @param purpose of the keys, which are different for each */
    public DerivedKeys derive(String purpose) {
        return new DerivedKeys(keys.values(), purpose);
    }

    Set<String> ids() {
        return keys.keySet();
    }

    byte[] wrap(UUID memberId, byte[] key) {
        return AesGcm.ofThread().seal(keys.firstEntry().getValue(), Bytes.of(memberId), key);
    }

    /** @throws AEADBadTagException when the key was not wrapped by that master key, for that member */
    byte[] unwrap(String masterKeyId, UUID memberId, byte[] wrapped) throws AEADBadTagException {
        return AesGcm.ofThread().open(key(masterKeyId), Bytes.of(memberId), wrapped);
    }

    /** A proof by which {@link #isProven} recognizes the same key. */
    byte[] proof(String masterKeyId) {
        return AesGcm.ofThread().seal(key(masterKeyId), aboutProof(masterKeyId), new byte[0]);
    }

    boolean isProven(String masterKeyId, byte[] proof) {
        try {
            AesGcm.ofThread().open(key(masterKeyId), aboutProof(masterKeyId), proof);
            return true;
        } catch (AEADBadTagException _) {
            return false;
        }
    }

    private SecretKey key(String masterKeyId) {
        var key = keys.get(masterKeyId);
        if (key == null) {
            throw new MasterKeysRefused(SETTING + " lacks the key '" + masterKeyId + "', with which keys of members are sealed");
        }
        return key;
    }

    private static byte[] aboutProof(String masterKeyId) {
        return ("roster master key " + masterKeyId).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "MasterKeys" + keys.keySet();
    }
}
