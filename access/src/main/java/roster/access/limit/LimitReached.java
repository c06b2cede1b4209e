package roster.access.limit;

import java.io.IOException;
import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import roster.http.problem.ProblemWriter;

/** Answers 429 with Retry-After, and counts it in {@code roster.limit.reached}. */
@Component
final class LimitReached {
    static final String REQUESTS = "requests";
    static final String FAILURES = "failures";
    private static final String COUNTER = "roster.limit.reached";
    private static final String TAG = "limit";

    private final ProblemWriter problems;
    private final MeterRegistry meters;

    LimitReached(ProblemWriter problems, MeterRegistry meters) {
        this.problems = problems;
        this.meters = meters;
        meters.counter(COUNTER, TAG, REQUESTS);
        meters.counter(COUNTER, TAG, FAILURES);
    }

    void answer(HttpServletResponse response, String limit, Duration pause) throws IOException {
        meters.counter(COUNTER, TAG, limit).increment();
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(pause.plusSeconds(1).minusNanos(1).toSeconds()));
        problems.write(HttpStatus.TOO_MANY_REQUESTS, response);
    }
}
