package roster.console.service;

import java.util.List;

import org.springframework.http.HttpStatus;

/** Exception with the problem detail of a service. */
public final class ServiceRejected extends RuntimeException {
    private final transient ServiceProblem problem;

    ServiceRejected(ServiceProblem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    /** A form that differs from the one that the console created. Rejected without a request to a service. */
    public static ServiceRejected malformed(String detail) {
        return new ServiceRejected(new ServiceProblem("invalid", HttpStatus.BAD_REQUEST.value(), detail, List.of(), null));
    }

    /** A value that the console cannot read. Rejected without a request to a service. */
    public static ServiceRejected malformed(String field, String detail) {
        return new ServiceRejected(new ServiceProblem("invalid", HttpStatus.BAD_REQUEST.value(), null,
                List.of(new ServiceProblem.FieldError("/" + field, null, detail)), null));
    }

    /** Too much at the same time. Rejected without a request to a service. */
    public static ServiceRejected busy() {
        return new ServiceRejected(new ServiceProblem("too-many-requests", HttpStatus.TOO_MANY_REQUESTS.value(), null, List.of(), null));
    }

    public ServiceProblem problem() {
        return problem;
    }
}
