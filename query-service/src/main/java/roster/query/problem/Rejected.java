package roster.query.problem;

import roster.http.problem.FieldError;

/** Exception that carries a {@link Rejection} to {@link Problems}. */
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Rejection rejection;

    public Rejected(Rejection rejection) {
        super(rejection.toString(), null, false, false);
        this.rejection = rejection;
    }

    public static Rejected notFound() {
        return new Rejected(new Rejection.NotFound());
    }

    public static Rejected parameter(String name, String detail) {
        return new Rejected(new Rejection.Invalid(FieldError.parameter(name, detail)));
    }

    public static Rejected header(String name, String detail) {
        return new Rejected(new Rejection.Invalid(FieldError.header(name, detail)));
    }

    public Rejection rejection() {
        return rejection;
    }
}
