package roster.console.signin;

import java.util.Locale;

/** With whom people sign in. Its lower-case name is the registration's, and what memberships keep. */
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

    /** What people call it. */
    public String title() {
        return title;
    }
}
