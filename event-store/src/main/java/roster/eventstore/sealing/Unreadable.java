package roster.eventstore.sealing;

import java.util.Locale;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports loudly what cannot be read although nobody was erased. */
final class Unreadable {
    private static final Logger log = LoggerFactory.getLogger(Unreadable.class);

    private final Counter lost;
    private final Counter damaged;

    enum Cause {
        /** There is no key. */
        LOST,
        /** The sealed bytes, or those of the key, are not what was written. */
        DAMAGED
    }

    Unreadable(MeterRegistry meters) {
        lost = counter(Cause.LOST, meters);
        damaged = counter(Cause.DAMAGED, meters);
    }

    private static Counter counter(Cause cause, MeterRegistry meters) {
        return Counter.builder("roster.personal.unreadable").tag("cause", cause.name().toLowerCase(Locale.ROOT))
                .description("how often a field of an event was read of which the key or the bytes are lost").register(meters);
    }

    /** @return null, in the place of the text */
    @Nullable
    String report(Cause cause, long position, String field) {
        (cause == Cause.LOST ? lost : damaged).increment();
        log.error("{} of the event at position {} cannot be read: its {}", field, position,
                cause == Cause.LOST ? "key is lost" : "sealed bytes or its key are damaged");
        return null;
    }
}
