package roster.standalone.settings;

/** The reason, in words for the user, why Roster cannot start. Not a defect of the program. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String why;

    public StartFailure(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    public static StartFailure notBuilt(String module) {
        return new StartFailure(module + " is not built; 'mvn package' does it, and so does './roster up'");
    }

    public String why() {
        return why;
    }
}
