package roster.notification.queue;

import java.time.Duration;

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

    BacklogReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelayString = "PT2S")
    void measure() {
        try {
            var backlog = read();
            measure = measure.next(LagMeasure.UNKNOWN, backlog.emails(), backlog.age());
        } catch (DataAccessException e) {
            log.debug("the mail queue cannot be read", e);
        }
    }

    Backlog now() {
        var now = measure;
        return new Backlog(now.lag(), now.lagTime(FRESH));
    }

    private Backlog read() {
        return jdbc.sql("""
                select count(*) as emails, coalesce(extract(epoch from now() - min(written_at)), 0) * 1000 as age
                  from notification.letter where status in ('due', 'sending')""")
                .query((row, _) -> new Backlog(row.getLong("emails"), Duration.ofMillis(row.getLong("age"))))
                .single();
    }
}
