package roster.console.service;

import java.util.List;

import org.springframework.http.HttpStatus;

/** Exception with the problem detail of a service. */
public final class Refused extends RuntimeException {
    private final transient Problem problem;

    Refused(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    /** A form that differs from the one that the console created. Rejected without a request to a service. */
    public static Refused malformed(String detail) {
        return new Refused(new Problem("invalid", HttpStatus.BAD_REQUEST.value(), detail, List.of(), null));
    }

    public Problem problem() {
        return problem;
    }
}
