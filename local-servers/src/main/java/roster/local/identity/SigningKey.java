package roster.local.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

/** An RSA key that signs with RS256 (RFC 7515, RFC 7517). */
record SigningKey(String id, KeyPair pair) {
    private static final int BITS = 2_048;
    private static final JsonMapper JSON = JsonMapper.shared();

    static SigningKey random() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return new SigningKey(UUID.randomUUID().toString(), generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    /** As a JWK set of this one key. */
    Map<String, ?> publishedSet() {
        return Map.of("keys", List.of(published()));
    }

    private Map<String, String> published() {
        var key = (RSAPublicKey) pair.getPublic();
        return Map.of("kty", "RSA", "use", "sig", "alg", "RS256", "kid", id,
                "n", base64(unsigned(key.getModulus().toByteArray())), "e", base64(key.getPublicExponent().toByteArray()));
    }

    String sign(Map<String, ?> claims) {
        var content = json(Map.of("alg", "RS256", "typ", "JWT", "kid", id)) + "." + json(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the byte that only says that the number is positive. */
    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
    }

    private static String json(Map<String, ?> object) {
        return base64(JSON.writeValueAsBytes(object));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
