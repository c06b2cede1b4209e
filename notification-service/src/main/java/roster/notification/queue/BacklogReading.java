package roster.notification.queue;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import roster.operation.reader.LagMeasure;

/** Measures the backlog periodically, so that monitoring costs few queries and waits for no database. Its age grows while none succeeds. */
@Component
final class BacklogReading {
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(BacklogReading.class);

    private final JdbcClient jdbc;
    private volatile LagMeasure measure = LagMeasure.none();
    private volatile Map<State, Double> byState = Map.of();

    /** State of an e-mail that is still to be sent. */
    enum State {
        WAITING("waiting"),
        /** An attempt has failed, and another one follows. */
        DEFERRED("deferred"),
        SENDING("sending");

        private final String tag;

        State(String tag) {
            this.tag = tag;
        }

        String tag() {
            return tag;
        }
    }

    BacklogReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelayString = "PT2S")
    void measure() {
        try {
            read();
        } catch (DataAccessException e) {
            log.debug("the mail queue cannot be read", e);
        }
    }

    Backlog now() {
        var now = measure;
        return new Backlog(now.lag(), now.lagTime(FRESH));
    }

    /** Number of e-mails in that state, NaN before the first measure. */
    double emails(State state) {
        return byState.getOrDefault(state, Double.NaN);
    }

    private void read() {
        jdbc.sql("""
                select count(*) as emails,
                       count(*) filter (where status = 'due' and attempts = 0) as waiting,
                       count(*) filter (where status = 'due' and attempts > 0) as deferred,
                       count(*) filter (where status = 'sending') as sending,
                       coalesce(extract(epoch from now() - min(written_at)), 0) * 1000 as age
                  from notification.letter where status in ('due', 'sending')""")
                .query(row -> {
                    var counts = new EnumMap<State, Double>(State.class);
                    for (var state : State.values()) {
                        counts.put(state, row.getDouble(state.tag));
                    }
                    byState = counts;
                    measure = measure.next(LagMeasure.UNKNOWN, row.getLong("emails"), Duration.ofMillis(row.getLong("age")));
                });
    }
}
