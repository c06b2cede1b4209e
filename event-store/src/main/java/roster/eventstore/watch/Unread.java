package roster.eventstore.watch;

import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What a reader has not read yet, by queries of the database. */
public interface Unread {
    /** Newest position that can be read. */
    long last(JdbcClient jdbc);

    /** Age of the oldest after a position; zero when there is none. */
    Duration oldest(JdbcClient jdbc, long after);
}
