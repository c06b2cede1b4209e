package roster.eventstore.watch;

import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Events that a reader has not read. */
final class UnreadEvents implements Unread {
    private volatile long last;

    /** @param position the last one that was assigned */
    void measured(long position) {
        last = position;
    }

    @Override
    public long last(JdbcClient jdbc) {
        return last;
    }

    @Override
    public Duration oldest(JdbcClient jdbc, long after) {
        return jdbc.sql("""
                select (extract(epoch from clock_timestamp() - recorded_at) * 1000)::bigint from event_store.event
                 where position > ? order by position limit 1""")
                .param(after).query(Long.class).optional().map(it -> Duration.ofMillis(Math.max(1, it))).orElse(Duration.ZERO);
    }
}
