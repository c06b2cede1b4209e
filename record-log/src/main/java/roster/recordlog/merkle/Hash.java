package roster.recordlog.merkle;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/** A SHA-256 hash of a leaf, of a subtree or of a whole tree (RFC 6962, section 2.1). */
public final class Hash {
    public static final int LENGTH = 32;
    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Hash::sha256);
    /** Of a tree without leaves. */
    public static final Hash EMPTY = new Hash(digest());

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The SHA-256 of the parts, one after the other. */
    public static byte[] digest(byte[]... parts) {
        var digest = SHA_256.get();
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    public static Hash ofLeaf(byte[] content) {
        var digest = SHA_256.get();
        digest.update(LEAF);
        return new Hash(digest.digest(content));
    }

    public static Hash ofNode(Hash left, Hash right) {
        var digest = SHA_256.get();
        digest.update(NODE);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /** @throws IllegalArgumentException when it has not 32 bytes */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** @throws IllegalArgumentException for what is not the base64 of 32 bytes, in its one canonical form */
    public static Hash ofBase64(String text) {
        var hash = of(Base64.getDecoder().decode(text));
        if (!hash.toString().equals(text)) {
            throw new IllegalArgumentException("not the canonical base64 of a hash: " + text);
        }
        return hash;
    }

    /** The hash at an index of hashes that follow each other. */
    public static Hash at(byte[] hashes, int index) {
        return new Hash(Arrays.copyOfRange(hashes, index * LENGTH, (index + 1) * LENGTH));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public void writeTo(ByteBuffer buffer) {
        buffer.put(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** In base64. */
    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
