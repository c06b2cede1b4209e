package roster.console.identity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import org.springframework.stereotype.Component;

import roster.console.ConsoleProperties;

/** The signing key of the console. Its id is its thumbprint (RFC 7638), the same in every instance. */
@Component
final class ConsoleKey {
    private static final int FEWEST_BITS = 2_048;

    private final RSAKey key;

    ConsoleKey(ConsoleProperties properties) {
        this.key = read(properties.key());
    }

    RSAKey secret() {
        return key;
    }

    RSAKey published() {
        return key.toPublicJWK();
    }

    private static RSAKey read(String text) {
        try {
            var keys = KeyFactory.getInstance("RSA");
            var secret = (RSAPrivateCrtKey) keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
            if (secret.getModulus().bitLength() < FEWEST_BITS) {
                throw new IllegalArgumentException("ROSTER_CONSOLE_KEY has fewer than " + FEWEST_BITS + " bits");
            }
            var open = (RSAPublicKey) keys.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
            return new RSAKey.Builder(open).privateKey(secret).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint().build();
        } catch (GeneralSecurityException | JOSEException | ClassCastException e) {
            throw new IllegalArgumentException("ROSTER_CONSOLE_KEY is not the base64 of an RSA private key in PKCS#8");
        }
    }
}
