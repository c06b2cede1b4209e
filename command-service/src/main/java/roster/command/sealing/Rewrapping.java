package roster.command.sealing;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import roster.eventstore.sealing.DataKeys;

/** Rewraps data keys that are wrapped with another master key than the first, until the other one can be removed. */
@Component
class Rewrapping {
    private static final int BATCH = 500;
    private static final UUID FIRST = new UUID(0, 0);
    private static final Logger log = LoggerFactory.getLogger(Rewrapping.class);

    private final DataKeys keys;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AtomicLong remaining = new AtomicLong();

    Rewrapping(DataKeys keys, JdbcClient jdbc, TransactionTemplate transaction, MeterRegistry meters) {
        this.keys = keys;
        this.jdbc = jdbc;
        this.transaction = transaction;
        Gauge.builder("roster.personal.keys.old", remaining, AtomicLong::get)
                .description("data keys that are wrapped with another master key than the first, as of the last check")
                .register(meters);
    }

    /** Runs in the background in batches, which instances share. */
    @Scheduled(fixedDelayString = "PT10M")
    void rewrap() {
        remaining.set(keys.notUnderFirst(jdbc));
        if (remaining.get() == 0) {
            return;
        }
        var last = Optional.of(FIRST);
        while (last.isPresent()) {
            var after = last.get();
            last = transaction.<Optional<UUID>>execute(_ -> keys.rewrap(jdbc, after, BATCH));
        }
        remaining.set(keys.notUnderFirst(jdbc));
        if (remaining.get() > 0) {
            log.warn("{} data keys are still wrapped with an old master key", remaining);
        }
    }
}
