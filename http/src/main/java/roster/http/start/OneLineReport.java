package roster.http.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.NestedExceptionUtils;

/** Reports in one line why a service cannot start. Registered in {@code spring.factories}. */
final class OneLineReport implements SpringBootExceptionReporter {
    private static final Logger log = LoggerFactory.getLogger(OneLineReport.class);

    OneLineReport() {}

    @Override
    public boolean reportException(Throwable failure) {
        boolean mine = NestedExceptionUtils.getMostSpecificCause(failure) instanceof CannotStart;
        if (mine) {
            log.error("cannot start: {}", NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        }
        return mine;
    }
}
