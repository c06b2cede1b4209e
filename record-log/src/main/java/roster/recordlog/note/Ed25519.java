package roster.recordlog.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

import roster.recordlog.merkle.Hash;

/** Ed25519 (RFC 8032) with keys as their 32 bytes. */
final class Ed25519 {
    static final int KEY = 32;
    static final int SIGNATURE = 64;
    private static final String NAME = "Ed25519";
    /** What precedes the key in its standard encodings (RFC 8410). */
    private static final byte[] PUBLIC_KEY = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] PRIVATE_KEY = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private Ed25519() {}

    /** @throws IllegalArgumentException when it is no key */
    static PublicKey publicKey(byte[] key) {
        try {
            return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(joined(PUBLIC_KEY, key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a public key of Ed25519", e);
        }
    }

    static PrivateKey privateKey(byte[] seed) {
        try {
            return KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(joined(PRIVATE_KEY, seed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a private key of Ed25519", e);
        }
    }

    /** The JDK derives a public key only where it generates a pair, from the random bytes that are its seed. */
    static byte[] publicKeyOf(byte[] seed) {
        try {
            var generator = KeyPairGenerator.getInstance(NAME);
            generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
            var encoded = generator.generateKeyPair().getPublic().getEncoded();
            var key = Arrays.copyOfRange(encoded, PUBLIC_KEY.length, encoded.length);
            var proof = Hash.digest(key);
            if (!verifies(publicKey(key), proof, sign(privateKey(seed), proof))) {
                throw new IllegalStateException("this JDK derives other public keys");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            var signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean verifies(PublicKey key, byte[] message, byte[] signed) {
        try {
            var signature = Signature.getInstance(NAME);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            return false; // malformed
        }
    }

    private static byte[] joined(byte[] prefix, byte[] key) {
        if (key.length != KEY) {
            throw new IllegalArgumentException("a key of Ed25519 has 32 bytes, not " + key.length);
        }
        var joined = Arrays.copyOf(prefix, prefix.length + KEY);
        System.arraycopy(key, 0, joined, prefix.length, KEY);
        return joined;
    }

    private static final class Fixed extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final transient byte[] seed;

        Fixed(byte[] seed) {
            super();
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
