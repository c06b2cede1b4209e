package roster.contract.invitation;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import roster.contract.secret.ConfiguredKeys;

/**
 * Encodes and verifies tokens of invitation links: {@code <key id>.<base64url of ids, issue and HMAC-SHA-256>}. Rejects any text that was not
 * created with one of the keys.
 */
public final class InvitationSigner {
    private static final int SHORTEST_KEY = 32;
    private static final int PAYLOAD_LENGTH = 2 * 16 + 4;
    private static final Pattern KEY_ID = Pattern.compile("[a-z0-9]{1,16}");

    private final Map<String, SecretKeySpec> keys = new TreeMap<>();
    private final String activeKeyId;

    /**
     * @param secrets     keys by id ({@code [a-z0-9]}, at most 16), each at least 32 bytes
     * @param activeKeyId id of the key that signs; the others still verify
     */
    public InvitationSigner(Map<String, byte[]> secrets, String activeKeyId) {
        secrets.forEach((id, secret) -> keys.put(checkedId(id), new SecretKeySpec(checked(id, secret), "HmacSHA256")));
        if (!keys.containsKey(activeKeyId)) {
            throw new IllegalArgumentException("no invitation key '" + activeKeyId + "' to sign with");
        }
        this.activeKeyId = activeKeyId;
    }

    /**
     * Creates a signer from configuration. Rejects weak keys; error messages never contain a key.
     *
     * @param keys comma-separated {@code id:base64} pairs; the first signs
     */
    public static InvitationSigner of(String keys) {
        var secrets = ConfiguredKeys.of("ROSTER_INVITATION_KEYS", keys, "at least " + SHORTEST_KEY + " bytes");
        return new InvitationSigner(secrets, secrets.firstEntry().getKey());
    }

    private static String checkedId(String id) {
        if (!KEY_ID.matcher(id).matches()) {
            throw new IllegalArgumentException("the id of an invitation key is 1 to 16 of a-z and 0-9");
        }
        return id;
    }

    private static byte[] checked(String id, byte[] secret) {
        if (secret.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("invitation key '" + id + "' is shorter than " + SHORTEST_KEY + " bytes");
        }
        return secret;
    }

    public String sign(InvitationToken token) {
        return sign(token, activeKeyId);
    }

    /** The token of the text; empty when the signature is not valid. */
    public Optional<InvitationToken> verify(String text) {
        int dot = text.indexOf('.');
        if (dot < 1 || !keys.containsKey(text.substring(0, dot))) {
            return Optional.empty();
        }
        // signing again also rejects other base64 spellings of the same bytes
        return decode(text.substring(dot + 1)).filter(token -> isEqual(sign(token, text.substring(0, dot)), text));
    }

    private String sign(InvitationToken token, String keyId) {
        var payload = ByteBuffer.allocate(PAYLOAD_LENGTH)
                .putLong(token.memberId().getMostSignificantBits()).putLong(token.memberId().getLeastSignificantBits())
                .putLong(token.invitationId().getMostSignificantBits()).putLong(token.invitationId().getLeastSignificantBits())
                .putInt(token.issue()).array();
        var mac = mac(keyId, payload);
        var signed = ByteBuffer.allocate(payload.length + mac.length).put(payload).put(mac).array();
        return keyId + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    private byte[] mac(String keyId, byte[] payload) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.get(keyId));
            mac.update(keyId.getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(payload);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static Optional<InvitationToken> decode(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            return Optional.of(new InvitationToken(uuid(bytes), uuid(bytes), bytes.getInt()));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static UUID uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static boolean isEqual(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(StandardCharsets.US_ASCII), right.getBytes(StandardCharsets.UTF_8));
    }
}
