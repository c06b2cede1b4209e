package roster.settings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;

/** Reports in one line why a service cannot read a secret. Registered in {@code spring.factories}. */
final class UnusableSecretReport implements SpringBootExceptionReporter {
    private static final Logger log = LoggerFactory.getLogger(UnusableSecretReport.class);

    UnusableSecretReport() {}

    @Override
    public boolean reportException(Throwable failure) {
        if (failure instanceof UnusableSecret) {
            log.error("cannot start: {}", failure.getMessage());
            return true;
        }
        return false;
    }
}
