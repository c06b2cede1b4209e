package roster.eventstore.sealing;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports loudly what cannot be read although nobody was erased. */
final class Unreadable {
    private static final Logger log = LoggerFactory.getLogger(Unreadable.class);

    private final Map<Cause, Counter> counters = new EnumMap<>(Cause.class);

    enum Cause {
        /** There is no key. */
        LOST,
        /** The sealed bytes, or those of the key, are not what was written. */
        DAMAGED
    }

    Unreadable(MeterRegistry meters) {
        for (var cause : Cause.values()) {
            counters.put(cause, Counter.builder("roster.personal.unreadable").tag("cause", name(cause))
                    .description("how often a field of an event was read of which the key or the bytes are lost").register(meters));
        }
    }

    /** @return null, in the place of the text */
    @Nullable
    String report(Cause cause, long position, String field) {
        counters.get(cause).increment();
        log.error("{} of the event at position {} cannot be read: its {}", field, position,
                cause == Cause.LOST ? "key is lost" : "sealed bytes or its key are damaged");
        return null;
    }

    private static String name(Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT);
    }
}
