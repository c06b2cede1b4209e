package roster.local.inbox;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A mail on disk.
 *
 * @param number the microsecond of its arrival, made unique; it is also the name of its file
 */
record StoredMail(long number, Envelope envelope, Path file) {
    String id() {
        return Long.toString(number);
    }

    Instant receivedAt() {
        return Instant.EPOCH.plus(number, ChronoUnit.MICROS);
    }
}
