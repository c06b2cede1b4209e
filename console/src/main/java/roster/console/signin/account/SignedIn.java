package roster.console.signin.account;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * The signed-in user, as authenticated by a provider. Memberships are looked up by the services on each request.
 *
 * @param subject        permanent id of the account at the provider
 * @param email          main address of the account; null when there is none
 * @param verifiedEmails addresses that the provider has verified, the main address first
 * @param at             time of the sign-in
 */
public record SignedIn(Provider provider, String subject, String name, @Nullable String email, List<String> verifiedEmails, Instant at)
        implements
            OidcUser {
    @Override
    public String getName() {
        return provider.id() + ":" + subject;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    public Map<String, Object> getClaims() {
        return Map.of();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return null;
    }

    @Override
    public OidcIdToken getIdToken() {
        throw new UnsupportedOperationException("not kept");
    }
}
