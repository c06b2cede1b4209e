package roster.console.signin;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * The person at the screen, as a provider knows them. What they are to an organization is for the services to say, at each request.
 *
 * @param subject       how the provider tells them apart, whatever they are called
 * @param verifiedEmail null when the provider has not verified one
 */
public record SignedIn(Provider provider, String subject, String name, @Nullable String email, @Nullable String verifiedEmail)
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
