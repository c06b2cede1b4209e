package roster.local.identity.oauth;

import org.jspecify.annotations.Nullable;

/**
 * Somebody to sign in as.
 *
 * @param verified     whether the provider has seen that the address is theirs
 * @param profileEmail what they have written on their profile at GitHub, which nobody has verified
 */
public record Person(String name, String email, boolean verified, @Nullable String profileEmail) {
    public Person(String name, String email, boolean verified) {
        this(name, email, verified, null);
    }
}
