package roster.query.problem;

import roster.http.problem.FieldError;

/** Exception that carries a {@link QueryRejection} to {@link QueryProblems}. */
public final class QueryRejected extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient QueryRejection rejection;

    public QueryRejected(QueryRejection rejection) {
        super(rejection.toString(), null, false, false);
        this.rejection = rejection;
    }

    public static QueryRejected notFound() {
        return new QueryRejected(new QueryRejection.NotFound());
    }

    public static QueryRejected parameter(String name, String detail) {
        return new QueryRejected(new QueryRejection.Invalid(FieldError.parameter(name, detail)));
    }

    public static QueryRejected header(String name, String detail) {
        return new QueryRejected(new QueryRejection.Invalid(FieldError.header(name, detail)));
    }

    public QueryRejection rejection() {
        return rejection;
    }
}
