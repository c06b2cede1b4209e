package roster.http.problem;

/** A malformed request, answered with 400 and the part that is wrong. */
public final class Malformed extends RuntimeException {
    private final transient FieldError error;

    public Malformed(FieldError error) {
        super(error.toString(), null, false, false);
        this.error = error;
    }

    public FieldError error() {
        return error;
    }
}
