package roster.access.credential;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

import roster.access.credential.Credential.Person;
import roster.access.credential.IssuerProperties.Issuer;
import roster.contract.event.Identity;

/** Reads persons from the JWTs of one issuer. */
record People(Issuer issuer) {
    /** Claim that names the provider of the subject; absent when it is the issuer itself. */
    private static final String PROVIDER = "idp";
    /** Claim with all verified addresses of the account, where it has more than the one in {@code email}. */
    private static final String VERIFIED_EMAILS = "verified_emails";
    /** Claim of a JWT that proves a second account: the provider and the subject of the first one, with a colon between them. */
    private static final String LINK_TO = "link_to";
    /** Claim with the time of the sign-in (OpenID Connect), where the JWT was issued later. */
    private static final String AUTH_TIME = "auth_time";
    private static final Pattern SUBJECT = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,255}");

    static boolean isSubject(@Nullable String subject) {
        return subject != null && SUBJECT.matcher(subject).matches();
    }

    Person person(Jwt jwt) {
        return new Person(new Identity(provider(jwt), Objects.requireNonNull(jwt.getSubject())), verifiedEmails(jwt),
                signedInAt(jwt), jwt.getClaim(LINK_TO) instanceof String it ? it : null);
    }

    /** The time of {@code auth_time}; that of {@code iat} where the issuer does not say, or claims a later one. */
    private static Instant signedInAt(Jwt jwt) {
        var issuedAt = Objects.requireNonNull(jwt.getIssuedAt());
        return jwt.getClaim(AUTH_TIME) instanceof Number seconds && seconds.longValue() >= 0
                && seconds.longValue() < issuedAt.getEpochSecond()
                        ? Instant.ofEpochSecond(seconds.longValue())
                        : issuedAt;
    }

    private String provider(Jwt jwt) {
        var provider = jwt.getClaim(PROVIDER);
        if (provider == null) {
            return issuer.name();
        }
        if (provider instanceof String name && issuer.vouchesFor().contains(name)) {
            return name;
        }
        throw new InvalidBearerTokenException("the issuer may not assert subjects of this provider");
    }

    private List<String> verifiedEmails(Jwt jwt) {
        if (!issuer.assertsEmail() || !Boolean.TRUE.equals(jwt.getClaim("email_verified"))) {
            return List.of();
        }
        var others = jwt.getClaim(VERIFIED_EMAILS) instanceof Collection<?> list ? list.stream() : Stream.empty();
        return Stream.concat(Stream.ofNullable(jwt.<Object>getClaim("email")), others).filter(String.class::isInstance)
                .map(String.class::cast).distinct().toList();
    }
}
