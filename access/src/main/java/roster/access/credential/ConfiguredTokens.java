package roster.access.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

import roster.contract.secret.SecretStrength;

/** Authenticates operators and notification-service by their configured tokens. */
@Component
final class ConfiguredTokens implements AuthenticationManager {
    private static final String OPERATOR_TOKENS = "ROSTER_OPERATOR_TOKENS";
    private static final Pattern NAMED = Pattern.compile("(?<name>[a-z0-9][a-z0-9._-]{0,63}):(?<token>.*)");

    private record Token(String secret, Credential credential) {}

    private final List<Token> tokens;

    /** @throws IllegalArgumentException when a token is weak; the message does not contain it */
    ConfiguredTokens(TokenProperties properties) {
        var configured = new ArrayList<Token>();
        if (!properties.operator().token().isEmpty() || properties.operator().tokens().isEmpty()) {
            configured.add(token("ROSTER_OPERATOR_TOKEN", properties.operator().token(), new Credential.Operator("operator")));
        }
        properties.operator().tokens().forEach(it -> configured.add(named(it)));
        if (!properties.notification().token().isEmpty()) {
            configured.add(token("ROSTER_NOTIFICATION_TOKEN", properties.notification().token(), new Credential.NotificationService()));
        }
        this.tokens = List.copyOf(configured);
        requireDistinct("names", tokens.stream().map(Token::credential));
        requireDistinct("tokens", tokens.stream().map(Token::secret));
    }

    private static Token named(String text) {
        var parts = NAMED.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(OPERATOR_TOKENS
                    + " must be a list of name:token, separated by commas; a name has 1 to 64 of a-z, 0-9, '.', '_' and '-'");
        }
        return token(OPERATOR_TOKENS, parts.group("token"), new Credential.Operator(parts.group("name")));
    }

    private static void requireDistinct(String what, Stream<?> values) {
        var all = values.toList();
        if (Set.copyOf(all).size() < all.size()) {
            throw new IllegalArgumentException(
                    "ROSTER_OPERATOR_TOKEN, " + OPERATOR_TOKENS + " and ROSTER_NOTIFICATION_TOKEN must have different "
                            + what);
        }
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
