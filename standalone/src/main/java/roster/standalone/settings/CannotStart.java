package roster.standalone.settings;

/** Why Roster does not start, in words for whoever wanted it to; no fault of the program. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String why;

    public CannotStart(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    public static CannotStart notBuilt(String module) {
        return new CannotStart(module + " is not built; 'mvn package' does it, and so does './roster up'");
    }

    public String why() {
        return why;
    }
}
