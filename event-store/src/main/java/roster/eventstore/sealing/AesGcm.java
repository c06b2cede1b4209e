package roster.eventstore.sealing;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM with a random nonce, which is stored before the ciphertext. One instance per thread: creating a cipher takes longer than using it. */
final class AesGcm {
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int NONCES = 256;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ThreadLocal<AesGcm> OF_THREAD = ThreadLocal.withInitial(AesGcm::new);

    private final Cipher cipher;
    private final byte[] nonces = new byte[NONCES * NONCE];
    private int used = nonces.length;

    private AesGcm() {
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    static AesGcm ofThread() {
        return OF_THREAD.get();
    }

    /** @param about associated data; opening requires the same */
    byte[] seal(SecretKey key, byte[] about, byte[] text) {
        var sealed = new byte[NONCE + text.length + TAG];
        nonce(sealed);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG * Byte.SIZE, sealed, 0, NONCE));
            cipher.updateAAD(about);
            cipher.doFinal(text, 0, text.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal", e);
        }
    }

    private void nonce(byte[] into) {
        if (used == nonces.length) {
            RANDOM.nextBytes(nonces);
            used = 0;
        }
        System.arraycopy(nonces, used, into, 0, NONCE);
        Arrays.fill(nonces, used, used + NONCE, (byte) 0);
        used += NONCE;
    }

    /** @throws AEADBadTagException when it was not sealed with this key and this associated data */
    byte[] open(SecretKey key, byte[] about, byte[] sealed) throws AEADBadTagException {
        if (sealed.length < NONCE + TAG) {
            throw new AEADBadTagException("too short");
        }
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG * Byte.SIZE, sealed, 0, NONCE));
            cipher.updateAAD(about);
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open", e);
        }
    }
}
