package roster.console.signin.account;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Loads the account after sign-in with Google from the signed ID token, without further requests. */
@Component
public final class GoogleAccounts implements OAuth2UserService<OidcUserRequest, OidcUser> {
    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        return signedIn(request.getIdToken());
    }

    private static SignedIn signedIn(OidcIdToken token) {
        var email = token.getEmail();
        return new SignedIn(Provider.GOOGLE, Objects.requireNonNull(token.getSubject()),
                Optional.ofNullable(token.getFullName()).or(() -> Optional.ofNullable(email)).orElse("Google account"), email,
                email != null && Boolean.TRUE.equals(token.getEmailVerified()) ? List.of(email) : List.of(), Instant.now());
    }
}
