package roster.console.compare;

import java.util.Locale;

/** Kinds of differences, in the order of the page. */
enum DifferenceKind {
    JOINED("Joined"),
    LEFT("Left"),
    CHANGED("Changed");

    private final String title;

    DifferenceKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The name in queries and addresses. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
