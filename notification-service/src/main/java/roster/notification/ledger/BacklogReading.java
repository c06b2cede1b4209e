package roster.notification.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Caches the backlog briefly, so that monitoring costs few queries. */
@Component
final class BacklogReading {
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final Clock clock;
    private Instant readAt = Instant.MIN;
    private Backlog backlog = new Backlog(0, Duration.ZERO);

    BacklogReading(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    synchronized Backlog now() {
        var now = clock.instant();
        if (now.isAfter(readAt.plus(FRESH))) {
            backlog = read();
            readAt = now;
        }
        return backlog;
    }

    private Backlog read() {
        return jdbc.sql("""
                select count(*) as letters, coalesce(extract(epoch from now() - min(written_at)), 0) * 1000 as age
                  from notification.letter where status in ('due', 'sending')""")
                .query((row, _) -> new Backlog(row.getLong("letters"), Duration.ofMillis(row.getLong("age"))))
                .single();
    }
}
