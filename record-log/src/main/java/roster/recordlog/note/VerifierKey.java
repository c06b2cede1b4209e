package roster.recordlog.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

import roster.recordlog.merkle.Hash;

/** A public key with its name, of a log or of a witness. In text, it is a vkey: name, key id and key, with plus signs between them. */
public final class VerifierKey {
    private static final Pattern VKEY = Pattern.compile("([^\\s+\\p{Z}]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]+={0,2})");

    private final String name;
    private final SignatureType type;
    private final byte[] encoded;
    private final PublicKey key;

    VerifierKey(String name, SignatureType type, byte[] encoded) {
        this.name = name;
        this.type = type;
        this.encoded = encoded.clone();
        this.key = Ed25519.publicKey(encoded);
    }

    /** @throws MalformedNote for anything else, and for an id that is not that of the key */
    public static VerifierKey parse(String vkey) {
        var parts = VKEY.matcher(vkey);
        if (!parts.matches()) {
            throw new MalformedNote("not a key of the form name+id+base64: " + vkey);
        }
        try {
            var material = Base64.getDecoder().decode(parts.group(3));
            var key = new VerifierKey(parts.group(1), SignatureType.of(material[0]), Arrays.copyOfRange(material, 1, material.length));
            if (!key.toString().equals(vkey)) {
                throw new MalformedNote("the id is not that of the key: " + vkey);
            }
            return key;
        } catch (IllegalArgumentException e) {
            throw new MalformedNote("not a key (" + e.getMessage() + "): " + vkey);
        }
    }

    public String name() {
        return name;
    }

    public boolean isOfWitness() {
        return type == SignatureType.COSIGNATURE;
    }

    /** First four bytes of the hash of name, type and key. */
    int id() {
        var hash = Hash.digest((name + "\n").getBytes(StandardCharsets.UTF_8), new byte[]{type.identifier()}, encoded);
        return ByteBuffer.wrap(hash).getInt();
    }

    boolean isNamedBy(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId() == id();
    }

    boolean verifies(String text, NoteSignature signature) {
        if (signature.bytes().length != type.length()) {
            return false;
        }
        var bytes = signature.bytes();
        return Ed25519.verifies(key, type.message(text, bytes), Arrays.copyOfRange(bytes, bytes.length - Ed25519.SIGNATURE, bytes.length));
    }

    @Override
    public String toString() {
        var material = ByteBuffer.allocate(1 + encoded.length).put(type.identifier()).put(encoded).array();
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+" + Base64.getEncoder().encodeToString(material);
    }
}
