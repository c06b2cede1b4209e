package roster.console.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

import roster.console.ConsoleProperties;
import roster.console.signin.account.SignedIn;

/** Issues JWTs about the signed-in person to the services: provider, subject, time of the sign-in, and the addresses that the
 * provider has verified. */
@Component
public class PersonTokens {
    private static final Duration LIFE = Duration.ofMinutes(1);
    /** A signature costs about a millisecond, and a page needs several requests. */
    private static final Duration REUSED = LIFE.dividedBy(2);
    private static final int MOST_REUSED = 10_000;
    private static final String AUDIENCE = "roster";

    private final JwtEncoder encoder;
    private final JwsHeader header;
    private final String issuer;
    private final Clock clock = Clock.systemUTC();
    private final Cache<SignedIn, String> issued = Caffeine.newBuilder().expireAfterWrite(REUSED).maximumSize(MOST_REUSED).build();

    PersonTokens(ConsoleKey key, ConsoleProperties console) {
        this.encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key.secret())));
        this.header = JwsHeader.with(SignatureAlgorithm.RS256).keyId(key.secret().getKeyID()).build();
        this.issuer = console.url().toString();
    }

    /** A token that is valid for at least half a minute. */
    public String token(SignedIn person) {
        return issued.get(person, it -> issue(it, Map.of()));
    }

    /** A token that proves a second account of the holder, to whom it may be linked. */
    public String proof(SignedIn account, SignedIn holder) {
        return issue(account, Map.of("link_to", holder.getName()));
    }

    private String issue(SignedIn person, Map<String, String> more) {
        var now = clock.instant();
        var claims = JwtClaimsSet.builder().issuer(issuer).audience(List.of(AUDIENCE)).subject(person.subject())
                .claim("idp", person.provider().id()).claim("auth_time", person.at().getEpochSecond()).claims(it -> it.putAll(more))
                .issuedAt(now).expiresAt(now.plus(LIFE));
        if (!person.verifiedEmails().isEmpty()) {
            claims.claim("email", person.verifiedEmails().getFirst()).claim("email_verified", true)
                    .claim("verified_emails", person.verifiedEmails());
        }
        return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }
}
