package roster.local.identity.oauth;

import org.jspecify.annotations.Nullable;

/**
 * A person to sign in as.
 *
 * @param verified     true when the provider has verified the address
 * @param profileEmail unverified address on the GitHub profile; null for none
 */
public record SignInPerson(String name, String email, boolean verified, @Nullable String profileEmail) {
    public SignInPerson(String name, String email, boolean verified) {
        this(name, email, verified, null);
    }
}
