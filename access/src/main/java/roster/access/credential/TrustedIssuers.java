package roster.access.credential;

import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;
import org.springframework.stereotype.Component;

import roster.access.credential.IssuerProperties.Issuer;

/** Authenticates JWTs of the configured issuers, each with its own keys, audience and algorithms. */
@Component
final class TrustedIssuers implements AuthenticationManagerResolver<HttpServletRequest> {
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int MOST_BYTES = 100_000;
    /** Minimum time between two fetches of keys, so that invented key ids do not cause one each. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final Duration KEYS_KEPT = Duration.ofMinutes(5);
    private static final Duration KEYS_KEPT_IN_AN_OUTAGE = Duration.ofHours(4);

    private final AuthenticationManagerResolver<HttpServletRequest> byIssuer;

    TrustedIssuers(IssuerProperties properties) {
        Map<String, AuthenticationManager> managers = properties.issuers().stream()
                .collect(Collectors.toUnmodifiableMap(Issuer::issuer, it -> manager(it, properties.longestTokenLife())));
        this.byIssuer = new JwtIssuerAuthenticationManagerResolver(issuer -> managers.getOrDefault(issuer, TrustedIssuers::unknown));
    }

    @Override
    public AuthenticationManager resolve(HttpServletRequest request) {
        return byIssuer.resolve(request);
    }

    private static Authentication unknown(Authentication authentication) {
        throw new InvalidBearerTokenException("unknown issuer");
    }

    private static AuthenticationManager manager(Issuer issuer, Duration longestLife) {
        var people = new People(issuer);
        var provider = new JwtAuthenticationProvider(decoder(issuer, longestLife));
        provider.setJwtAuthenticationConverter(jwt -> new CredentialAuthentication(people.person(jwt)));
        return authentication -> {
            try {
                return provider.authenticate(authentication);
            } catch (AuthenticationServiceException e) {
                throw keysAreFresh(e) ? new InvalidBearerTokenException("unknown key", e) : e;
            }
        };
    }

    /** True when the key is unknown and the keys were fetched too recently to fetch them again. */
    private static boolean keysAreFresh(Throwable e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof RateLimitReachedException;
    }

    private static JwtDecoder decoder(Issuer issuer, Duration longestLife) {
        var decoder = NimbusJwtDecoder.withJwkSource(keys(issuer.jwksUri()))
                .jwsAlgorithms(algorithms -> algorithms.addAll(issuer.algorithms()))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(
                new JwtTimestampValidator(CLOCK_SKEW),
                new LongestLife(longestLife, CLOCK_SKEW, Clock.systemUTC()),
                new JwtIssuerValidator(issuer.issuer()),
                new JwtClaimValidator<Object>(JwtClaimNames.EXP, expiry -> expiry != null),
                new JwtClaimValidator<String>(JwtClaimNames.SUB, People::isSubject),
                new JwtClaimValidator<List<String>>(JwtClaimNames.AUD, for_ -> for_ != null && for_.contains(issuer.audience()))));
        return decoder;
    }

    private static JWKSource<SecurityContext> keys(URI uri) {
        try {
            return JWKSourceBuilder.create(uri.toURL(), new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES))
                    .cache(KEYS_KEPT.toMillis(), PATIENCE_MILLIS * 2L)
                    .rateLimited(BETWEEN_LOOKS.toMillis())
                    .outageTolerant(KEYS_KEPT_IN_AN_OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a URL: " + uri, e);
        }
    }
}
