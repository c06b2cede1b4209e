package roster.recordlog.note;

import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.time.Instant;

/** A private key with its name. */
public final class NoteSigner {
    private final PrivateKey key;
    private final VerifierKey verifier;

    private NoteSigner(PrivateKey key, VerifierKey verifier) {
        this.key = key;
        this.verifier = verifier;
    }

    /**
     * Key of a log.
     *
     * @param seed the 32 bytes of RFC 8032
     * @throws IllegalArgumentException when there are not 32
     */
    public static NoteSigner ofLog(String name, byte[] seed) {
        return of(name, SignatureType.NOTE, seed);
    }

    /** Key of a witness. */
    public static NoteSigner ofWitness(String name, byte[] seed) {
        return of(name, SignatureType.COSIGNATURE, seed);
    }

    private static NoteSigner of(String name, SignatureType type, byte[] seed) {
        return new NoteSigner(Ed25519.privateKey(seed), new VerifierKey(name, type, Ed25519.publicKeyOf(seed)));
    }

    public VerifierKey verifier() {
        return verifier;
    }

    NoteSignature sign(String text) {
        return NoteSignature.of(verifier, Ed25519.sign(key, SignatureType.NOTE.message(text, new byte[0])));
    }

    /** States that a checkpoint continues all that the witness has seen before. */
    public NoteSignature cosign(String text, Instant time) {
        long seconds = time.getEpochSecond();
        var signature = Ed25519.sign(key, SignatureType.cosigned(text, seconds));
        return NoteSignature.of(verifier, ByteBuffer.allocate(Long.BYTES + signature.length).putLong(seconds).put(signature).array());
    }

    @Override
    public String toString() {
        return "NoteSigner[" + verifier + "]";
    }
}
