package roster.access.credential;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.validation.annotation.Validated;

/**
 * Issuers whose JWTs are accepted.
 *
 * @param longestTokenLife of a JWT, from {@code iat} to {@code exp}
 */
@Validated
@ConfigurationProperties("roster.access")
record IssuerProperties(@DefaultValue List<@Valid Issuer> issuers, @NotNull @DefaultValue("24h") Duration longestTokenLife) {
    /**
     * @param name          the provider under which its subjects are stored
     * @param issuer        the {@code iss} of its tokens
     * @param jwksUri       location of its public keys
     * @param audience      required in {@code aud}
     * @param algorithms    accepted signature algorithms
     * @param assertsEmail  true when its {@code email} counts as verified if {@code email_verified} is true
     * @param vouchesFor    other providers whose subjects it may assert, by the claim {@code idp}
     */
    record Issuer(@NotBlank @Size(max = 64) @Pattern(regexp = "[a-z0-9]+([.-][a-z0-9]+)*") String name, @NotBlank String issuer,
            @NotNull URI jwksUri, @NotBlank String audience,
            @NotEmpty @DefaultValue({"RS256", "ES256"}) Set<SignatureAlgorithm> algorithms,
            @DefaultValue("false") boolean assertsEmail, @DefaultValue Set<String> vouchesFor) {}
}
