package roster.http.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/** Knows operators by the one token that is configured. */
@Component
final class OperatorToken implements AuthenticationManager {
    static final String OPERATOR = "operator";

    private final byte[] token;

    OperatorToken(OperatorProperties properties) {
        this.token = properties.token().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        if (authentication instanceof BearerTokenAuthenticationToken bearer
                && MessageDigest.isEqual(token, bearer.getToken().getBytes(StandardCharsets.UTF_8))) {
            return operator(bearer.getToken());
        }
        throw new InvalidBearerTokenException("unknown token");
    }

    private static Authentication operator(String token) {
        var authorities = AuthorityUtils.createAuthorityList(OPERATOR);
        var principal = new DefaultOAuth2AuthenticatedPrincipal(OPERATOR, Map.of("sub", OPERATOR), List.copyOf(authorities));
        return new BearerTokenAuthentication(principal, new OAuth2AccessToken(TokenType.BEARER, token, Instant.EPOCH, null), authorities);
    }
}
