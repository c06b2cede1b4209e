package roster.access.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

import roster.contract.secret.SecretStrength;

/** Authenticates operators and notification-service by their configured tokens. */
@Component
final class ConfiguredTokens implements AuthenticationManager {
    private record Token(String secret, Credential credential) {}

    private final List<Token> tokens;

    /** @throws IllegalArgumentException when a token is weak; the message does not contain it */
    ConfiguredTokens(TokenProperties properties) {
        var configured = new ArrayList<Token>();
        configured.add(token("ROSTER_OPERATOR_TOKEN", properties.operator().token(), new Credential.Operator()));
        if (!properties.notification().token().isEmpty()) {
            configured.add(token("ROSTER_NOTIFICATION_TOKEN", properties.notification().token(), new Credential.NotificationService()));
        }
        this.tokens = List.copyOf(configured);
    }

    private static Token token(String setting, String text, Credential credential) {
        SecretStrength.weakness(text.getBytes(StandardCharsets.UTF_8)).ifPresent(weakness -> {
            throw new IllegalArgumentException(setting + " " + weakness + "; 'openssl rand -hex 32' generates a good one");
        });
        return new Token(text, credential);
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        if (authentication instanceof BearerTokenAuthenticationToken bearer) {
            var secret = bearer.getToken().getBytes(StandardCharsets.UTF_8);
            for (var token : tokens) {
                if (MessageDigest.isEqual(token.secret.getBytes(StandardCharsets.UTF_8), secret)) {
                    return new CredentialAuthentication(token.credential);
                }
            }
        }
        throw new InvalidBearerTokenException("unknown token");
    }
}
