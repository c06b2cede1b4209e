package roster.http.access;

import java.net.URI;
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

/** Whose JWTs are believed. */
@Validated
@ConfigurationProperties("roster.access")
record IssuerProperties(@DefaultValue List<@Valid Issuer> issuers) {
    /**
     * @param name          the provider that its subjects are remembered under
     * @param issuer        the {@code iss} of its tokens
     * @param jwksUri       where its public keys are
     * @param audience      what must be in {@code aud}
     * @param algorithms    by which it signs
     * @param assertsEmail  whether its {@code email} counts as verified where it says {@code email_verified}
     * @param vouchesFor    other providers for whose subjects it may speak, by the claim {@code idp}
     */
    record Issuer(@NotBlank @Size(max = 64) @Pattern(regexp = "[a-z0-9]+([.-][a-z0-9]+)*") String name, @NotBlank String issuer,
            @NotNull URI jwksUri, @NotBlank String audience,
            @NotEmpty @DefaultValue({"RS256", "ES256"}) Set<SignatureAlgorithm> algorithms,
            @DefaultValue("false") boolean assertsEmail, @DefaultValue Set<String> vouchesFor) {}
}
