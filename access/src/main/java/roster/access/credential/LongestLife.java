package roster.access.credential;

import java.time.Clock;
import java.time.Duration;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Rejects JWTs that live longer than is accepted, from {@code iat} to {@code exp}, and those from the future. The decoder takes the second
 * before {@code exp} for an {@code iat} that is missing.
 */
record LongestLife(Duration longest, Duration skew, Clock clock) implements OAuth2TokenValidator<Jwt> {
    private static final OAuth2Error TOO_LONG = new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The token lives too long, or has no iat",
            null);

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        return isAccepted(token) ? OAuth2TokenValidatorResult.success() : OAuth2TokenValidatorResult.failure(TOO_LONG);
    }

    private boolean isAccepted(Jwt token) {
        var issued = token.getIssuedAt();
        var expires = token.getExpiresAt();
        return issued != null && expires != null && !issued.isAfter(clock.instant().plus(skew))
                && Duration.between(issued, expires).compareTo(longest) <= 0;
    }
}
