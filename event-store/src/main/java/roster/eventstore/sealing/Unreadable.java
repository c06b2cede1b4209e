package roster.eventstore.sealing;

import java.time.Duration;
import java.util.Locale;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs and counts fields that cannot be read although their member was not erased. Logs at most 100 a minute; counts all. */
final class Unreadable {
    private static final Logger log = LoggerFactory.getLogger(Unreadable.class);

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final int TOLD = 100;

    private final Counter lost;
    private final Counter damaged;
    private long since = System.nanoTime();
    private int count;

    enum Cause {
        /** The key is missing. */
        LOST,
        /** The sealed bytes, or those of the key, were changed. */
        DAMAGED
    }

    Unreadable(MeterRegistry meters) {
        lost = counter(Cause.LOST, meters);
        damaged = counter(Cause.DAMAGED, meters);
    }

    private static Counter counter(Cause cause, MeterRegistry meters) {
        return Counter.builder("roster.personal.unreadable").tag("cause", cause.name().toLowerCase(Locale.ROOT))
                .description("reads of a sealed field whose key is lost or whose bytes are damaged").register(meters);
    }

    /** @return null, the value of the unreadable field */
    @Nullable
    String report(Cause cause, long position, String field) {
        (cause == Cause.LOST ? lost : damaged).increment();
        int already = already();
        if (already < TOLD) {
            log.error("{} of the event at position {} cannot be read: its {}", field, position,
                    cause == Cause.LOST ? "key is lost" : "sealed bytes or its key are damaged");
        } else if (already == TOLD) {
            log.error("more than {} fields cannot be read: the others of this minute are only counted", TOLD);
        }
        return null;
    }

    /** Counts a field, and returns the number of earlier ones in this minute. */
    private synchronized int already() {
        long now = System.nanoTime();
        if (now - since > MINUTE) {
            since = now;
            count = 0;
        }
        return count++;
    }
}
