package roster.access.credential;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A {@link Credential} in the form that Spring Security stores. Does not contain the bearer token. */
public final class CredentialAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    private final transient Credential credential;

    CredentialAuthentication(Credential credential) {
        super(List.of());
        this.credential = credential;
        setAuthenticated(true);
    }

    @Override
    public Credential getPrincipal() {
        return credential;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return credential.name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CredentialAuthentication it && credential.equals(it.credential);
    }

    @Override
    public int hashCode() {
        return credential.hashCode();
    }
}
