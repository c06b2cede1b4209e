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

/** Seals the keys of members anew with the first master key, where they are sealed with another, until that can be given up. */
@Component
class Rewrapping {
    private static final int BATCH = 500;
    private static final UUID NOBODY = new UUID(0, 0);
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
                .description("keys of members that are sealed with another master key than the first, as of the last look")
                .register(meters);
    }

    /** In batches that nobody waits for; instances share them out. */
    @Scheduled(fixedDelayString = "PT10M")
    void rewrap() {
        remaining.set(keys.notUnderFirst(jdbc));
        if (remaining.get() == 0) {
            return;
        }
        var last = Optional.of(NOBODY);
        while (last.isPresent()) {
            var after = last.get();
            last = transaction.<Optional<UUID>>execute(_ -> keys.rewrap(jdbc, after, BATCH));
        }
        remaining.set(keys.notUnderFirst(jdbc));
        if (remaining.get() > 0) {
            log.warn("{} keys of members are still sealed with an old master key", remaining);
        }
    }
}
