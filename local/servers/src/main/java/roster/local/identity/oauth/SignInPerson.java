package roster.local.identity.oauth;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A person to sign in as.
 *
 * @param verified     true when the provider has verified the address
 * @param profileEmail unverified address on the GitHub profile; null for none
 * @param otherEmails  further addresses that GitHub has verified; Google has one address
 * @param account      address that the account had first, from which its subject is derived
 */
public record SignInPerson(String name, String email, boolean verified, @Nullable String profileEmail, List<String> otherEmails,
        String account) {
    public SignInPerson(String name, String email, boolean verified) {
        this(name, email, verified, null, List.of(), email);
    }
}
