package roster.console.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

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
import roster.console.signin.SignedIn;

/** Issues JWTs about the signed-in person to the services: provider, subject, and the address if the provider has verified it. */
@Component
public class PersonTokens {
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final String AUDIENCE = "roster";

    private final JwtEncoder encoder;
    private final JwsHeader header;
    private final String issuer;
    private final Clock clock = Clock.systemUTC();

    PersonTokens(ConsoleKey key, ConsoleProperties console) {
        this.encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key.secret())));
        this.header = JwsHeader.with(SignatureAlgorithm.RS256).keyId(key.secret().getKeyID()).build();
        this.issuer = console.url().toString();
    }

    public String token(SignedIn person) {
        var now = clock.instant();
        var claims = JwtClaimsSet.builder().issuer(issuer).audience(List.of(AUDIENCE)).subject(person.subject())
                .claim("idp", person.provider().id()).issuedAt(now).expiresAt(now.plus(LIFE));
        if (person.verifiedEmail() != null) {
            claims.claim("email", person.verifiedEmail()).claim("email_verified", true);
        }
        return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }
}
