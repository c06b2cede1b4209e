package roster.console.signin.account;

import java.util.Arrays;
import java.util.Locale;

/** Identity provider. Its lower-case name is the id of the client registration, and is stored with memberships. */
public enum Provider {
    GOOGLE("Google"),
    GITHUB("GitHub");

    private final String title;

    Provider(String title) {
        this.title = title;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Display name of a provider, which for another issuer is its own name. */
    public static String titleOf(String id) {
        return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst().map(Provider::title).orElse(id);
    }

    /** Display name. */
    public String title() {
        return title;
    }
}
