package roster.operation.reader;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Reason why a reader does not get on.
 *
 * @param reason contains no data of the event
 * @param event  the event that it cannot read; null for another reason
 */
public record Standstill(Instant since, String reason, @Nullable EventPlace event) {
    public Standstill(Instant since, String reason) {
        this(since, reason, null);
    }
}
