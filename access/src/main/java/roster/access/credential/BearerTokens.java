package roster.access.credential;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.stereotype.Component;

/** Chooses how to authenticate a bearer token by its form: API token, JWT or configured token. */
@Component
public final class BearerTokens implements AuthenticationManagerResolver<HttpServletRequest> {
    private final BearerTokenResolver resolver = new DefaultBearerTokenResolver();
    private final ConfiguredTokens configured;
    private final TrustedIssuers issuers;
    private final Standings standings;
    private final TokenUses uses;

    BearerTokens(ConfiguredTokens configured, TrustedIssuers issuers, Standings standings, TokenUses uses) {
        this.uses = uses;
        this.configured = configured;
        this.issuers = issuers;
        this.standings = standings;
    }

    @Override
    public AuthenticationManager resolve(HttpServletRequest request) {
        var token = String.valueOf(resolver.resolve(request));
        if (token.startsWith(ApiTokenSecret.PREFIX)) {
            return this::apiToken;
        }
        return token.chars().filter(it -> it == '.').count() == 2 ? issuers.resolve(request) : configured;
    }

    private Authentication apiToken(Authentication authentication) {
        return ApiTokenSecret.of(((BearerTokenAuthenticationToken) authentication).getToken())
                .flatMap(this::find)
                .map(CredentialAuthentication::new)
                .orElseThrow(() -> new InvalidBearerTokenException("unknown token"));
    }

    private Optional<Credential> find(ApiTokenSecret secret) {
        try {
            var token = standings.token(secret);
            token.ifPresent(it -> uses.note(it.tokenId()));
            return token.map(Credential.class::cast);
        } catch (DataAccessException e) {
            throw new AuthenticationServiceException("tokens cannot be looked up", e);
        }
    }
}
