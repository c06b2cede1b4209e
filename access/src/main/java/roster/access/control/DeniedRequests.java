package roster.access.control;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import roster.http.problem.Problem;

/**
 * Answers denied requests, logs them as {@code key=value} pairs, and counts them in {@code roster.access.refused}.
 */
@Component
@RestControllerAdvice
class DeniedRequests {
    private static final Logger log = LoggerFactory.getLogger("roster.access");
    private static final String COUNTER = "roster.access.refused";
    private static final String TAG = "needed";
    private static final String UNAUTHENTICATED = "authentication";

    private final Callers callers;
    private final MeterRegistry metrics;

    DeniedRequests(Callers callers, MeterRegistry metrics) {
        this.callers = callers;
        this.metrics = metrics;
        metrics.counter(COUNTER, TAG, UNAUTHENTICATED);
    }

    @ExceptionHandler
    ResponseEntity<Object> denied(Denied denied, HttpServletRequest request) {
        record(callers.credential().name(), denied.needed(), request);
        return denied.isInvisible()
                ? Problem.of(HttpStatus.NOT_FOUND).response()
                : Problem.of(HttpStatus.FORBIDDEN).because(denied.detail()).response();
    }

    void unauthenticated(HttpServletRequest request) {
        record("unknown", UNAUTHENTICATED, request);
    }

    private void record(String caller, String needed, HttpServletRequest request) {
        metrics.counter(COUNTER, TAG, needed).increment();
        log.info("refused caller={} needed={} method={} path={} client={}", caller, needed, request.getMethod(),
                request.getRequestURI(), request.getRemoteAddr());
    }
}
