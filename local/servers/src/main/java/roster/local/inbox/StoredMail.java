package roster.local.inbox;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A mail on disk. Its number is the microsecond of its arrival, made unique. */
sealed interface StoredMail {
    long number();

    Envelope envelope();

    record OfLog(long number, Envelope envelope, MailLog.Place place) implements StoredMail {}

    /** A mail with a file of its own. */
    record OfFile(long number, Envelope envelope, Path file) implements StoredMail {}

    default String id() {
        return id(number());
    }

    static String id(long number) {
        return Long.toString(number);
    }

    default Instant receivedAt() {
        return Instant.EPOCH.plus(number(), ChronoUnit.MICROS);
    }
}
