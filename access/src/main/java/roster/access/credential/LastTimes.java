package roster.access.credential;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The last time of something, by id. Requests only note it in memory; one statement stores all that was noted, and never an earlier time than
 * the one that is stored. What cannot be stored is tried again.
 */
final class LastTimes {
    private static final Logger log = LoggerFactory.getLogger(LastTimes.class);

    private final Map<UUID, Instant> noted = new ConcurrentHashMap<>();
    private final String table;
    private final String sql;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /** @param condition SQL that selects the ids to store; empty for all */
    LastTimes(String table, String id, String at, String condition, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.table = table;
        this.sql = """
                insert into %1$s as was (%2$s, %3$s)
                select id, at from unnest(?::uuid[], ?::timestamptz[]) as new (id, at) %4$s order by id
                    on conflict (%2$s) do update set %3$s = excluded.%3$s where was.%3$s < excluded.%3$s"""
                .formatted(table, id, at, condition);
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    void note(UUID id, Instant at) {
        noted.merge(id, at, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Stores what was noted since the last time. */
    void store() {
        var times = Map.copyOf(noted);
        if (times.isEmpty()) {
            return;
        }
        try {
            transaction.executeWithoutResult(_ -> write(times));
            times.forEach(noted::remove);
        } catch (DataAccessException | TransactionException e) {
            log.warn("{} times cannot be stored in {} yet: {}", times.size(), table, e.getMessage());
        }
    }

    /** In the order of ids, so that two instances do not wait for each other. Connections for queries are read-only otherwise. */
    private void write(Map<UUID, Instant> times) {
        jdbc.sql("set transaction isolation level read committed, read write").update();
        jdbc.sql(sql).param(times.keySet().toArray(UUID[]::new))
                .param(times.values().stream().map(Instant::toString).toArray(String[]::new))
                .update();
    }
}
