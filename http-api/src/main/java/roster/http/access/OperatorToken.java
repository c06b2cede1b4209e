package roster.http.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

import roster.contract.secret.SecretStrength;

/** Knows operators by the one token that is configured. */
@Component
final class OperatorToken implements AuthenticationManager {
    private final byte[] token;

    /** @throws IllegalArgumentException without the token when it could be guessed */
    OperatorToken(OperatorProperties properties) {
        this.token = properties.token().getBytes(StandardCharsets.UTF_8);
        SecretStrength.weakness(token).ifPresent(weakness -> {
            throw new IllegalArgumentException("ROSTER_OPERATOR_TOKEN " + weakness + "; 'openssl rand -hex 32' makes a good one");
        });
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        if (authentication instanceof BearerTokenAuthenticationToken bearer
                && MessageDigest.isEqual(token, bearer.getToken().getBytes(StandardCharsets.UTF_8))) {
            return new CredentialAuthentication(new Credential.Operator());
        }
        throw new InvalidBearerTokenException("unknown token");
    }
}
