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

    /** A form that is not as the console made it, which no service is asked about. */
    public static Refused malformed(String detail) {
        return new Refused(new Problem("invalid", HttpStatus.BAD_REQUEST.value(), detail, List.of(), null));
    }

    public Problem problem() {
        return problem;
    }
}
