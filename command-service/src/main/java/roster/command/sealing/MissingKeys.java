package roster.command.sealing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import roster.http.start.CannotStart;

/** Counts members without a data key in the key store, not even a destroyed one. Their personal data is lost unless a backup has the key. */
@Component
class MissingKeys {
    private static final Logger log = LoggerFactory.getLogger(MissingKeys.class);

    private final JdbcClient jdbc;
    private volatile long missing;

    MissingKeys(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        Gauge.builder("roster.personal.keys.missing", this, it -> it.missing)
                .description("members whose data keys are lost, as of the last check").register(meters);
    }

    /** @throws CannotStart when there are members but no keys, probably because the key store was not restored */
    void requireSome() {
        boolean allLost = jdbc.sql("""
                select exists (select from event_store.event where event_type = 'member.invited')
                   and not exists (select from event_store.event join key_store.data_key on member_id = aggregate_id
                                    where event_type = 'member.invited')""")
                .query(Boolean.class).single();
        if (allLost) {
            throw new CannotStart("the keys of all members are lost: restore the schema key_store from its backup, see the restore drill in"
                    + " docs/privacy.md");
        }
    }

    @Scheduled(fixedDelayString = "PT1H")
    void count() {
        missing = jdbc.sql("""
                select count(*) from event_store.event
                 where event_type = 'member.invited'
                   and not exists (select from key_store.data_key where member_id = aggregate_id)""")
                .query(Long.class).single();
        if (missing > 0) {
            log.error("the data keys of {} members are lost: restore the key store to read their personal data (docs/privacy.md)",
                    missing);
        }
    }
}
