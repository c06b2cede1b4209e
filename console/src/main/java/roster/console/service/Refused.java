package roster.console.service;

/** Exception with the problem detail of a service. */
public final class Refused extends RuntimeException {
    private final transient Problem problem;

    Refused(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
