package roster.http.problem;

/** Finds what a value object or a converter of Roster expects, in the failure to convert a text. */
public final class Expectation {
    private Expectation() {}

    /** The message of an {@code IllegalArgumentException}, which is written for callers. Those of its subclasses, as of parsers, are not. */
    public static String of(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass() == IllegalArgumentException.class && cause.getMessage() != null) {
                return cause.getMessage();
            }
        }
        return "is not of the expected type";
    }
}
