package roster.command.sealing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import roster.http.start.CannotStart;

/** Counts the members whose keys are not in the key store, not even as destroyed: what names them is lost unless a backup has them. */
@Component
@DependsOn("commandSchema")
class MissingKeys {
    private static final Logger log = LoggerFactory.getLogger(MissingKeys.class);

    private final JdbcClient jdbc;
    private volatile long missing;

    MissingKeys(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        Gauge.builder("roster.personal.keys.missing", this, it -> it.missing)
                .description("members whose keys are lost, as of the last look").register(meters);
    }

    /** @throws CannotStart when there are members, and no keys at all: somebody has forgotten to restore them */
    void requireSome() {
        boolean allLost = jdbc.sql("""
                select exists (select from event_store.event where event_type = 'member.invited')
                   and not exists (select from event_store.event join key_store.data_key on member_id = aggregate_id
                                    where event_type = 'member.invited')""")
                .query(Boolean.class).single();
        if (allLost) {
            throw new CannotStart("the keys of all members are lost: restore the schema key_store from its backup, as the restore drill in"
                    + " docs/privacy.md tells");
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
            log.error("the keys of {} members are lost: what names them cannot be read unless the key store is restored (docs/privacy.md)",
                    missing);
        }
    }
}
