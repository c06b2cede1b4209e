package roster.local.identity.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** A completed sign-in of a person for an application. */
public record Grant(AuthorizationRequest request, SignInPerson person) {
    /** True when verifier and challenge match, or both are absent (RFC 9700, section 2.1.1). */
    public boolean isProvenBy(@Nullable String verifier) {
        return Objects.equals(request.challenge(), verifier == null ? null : challenge(verifier));
    }

    public boolean wasSentTo(@Nullable String redirectUri) {
        return request.redirectUri().equals(redirectUri);
    }

    private static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(verifier.getBytes(StandardCharsets.US_ASCII)));
    }
}
