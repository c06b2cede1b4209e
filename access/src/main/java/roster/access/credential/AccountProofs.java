package roster.access.credential;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

import roster.access.credential.Credential.Person;
import roster.contract.event.Identity;

/** Checks JWTs that prove a second account of a person. */
@Component
public final class AccountProofs {
    private final TrustedIssuers issuers;

    AccountProofs(TrustedIssuers issuers) {
        this.issuers = issuers;
    }

    /**
     * The account that a JWT proves.
     *
     * @param holder the person, whom the JWT must name as the one to link the account to: a JWT that only signs in proves nothing here
     * @return empty when the JWT is not valid, or names another person
     * @throws AuthenticationServiceException when the keys of the issuer cannot be fetched
     */
    public Optional<Identity> proven(String jwt, Person holder, HttpServletRequest request) {
        try {
            var proven = issuers.resolve(request).authenticate(new BearerTokenAuthenticationToken(jwt)).getPrincipal();
            return proven instanceof Person it && holder.name().equals(it.linkTo()) ? Optional.of(it.identity()) : Optional.empty();
        } catch (AuthenticationServiceException e) {
            throw e;
        } catch (AuthenticationException _) {
            return Optional.empty();
        }
    }
}
