package roster.migrate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;

/** Reports in one line why a service cannot use its database. Registered in {@code spring.factories}. */
final class UnusableDatabaseReport implements SpringBootExceptionReporter {
    private static final Logger log = LoggerFactory.getLogger(UnusableDatabaseReport.class);

    UnusableDatabaseReport() {}

    @Override
    public boolean reportException(Throwable failure) {
        if (failure instanceof UnusableDatabase) {
            log.error("cannot start: {}", failure.getMessage());
            return true;
        }
        return false;
    }
}
