package roster.access.credential;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records the minute in which each API token was last used. Requests only note it in memory; one statement a minute, and one at the end,
 * stores what was noted. What cannot be stored is tried again; a killed process forgets up to a minute.
 */
@Component
class TokenUses {
    private static final Logger log = LoggerFactory.getLogger(TokenUses.class);

    private final Map<UUID, Instant> noted = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    TokenUses(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    void note(UUID tokenId) {
        noted.put(tokenId, Instant.now().truncatedTo(ChronoUnit.MINUTES));
    }

    /** Stores what was noted since the last time. */
    @PreDestroy
    @Scheduled(fixedDelayString = "${roster.access.store-token-uses-every:1m}")
    void store() {
        var uses = Map.copyOf(noted);
        if (uses.isEmpty()) {
            return;
        }
        try {
            transaction.executeWithoutResult(_ -> write(uses));
            uses.forEach(noted::remove);
        } catch (DataAccessException | TransactionException e) {
            log.warn("the last use of {} API tokens cannot be stored yet: {}", uses.size(), e.getMessage());
        }
    }

    /** In the order of ids, so that two instances do not wait for each other. Connections for queries are read-only otherwise. */
    private void write(Map<UUID, Instant> uses) {
        jdbc.sql("set transaction isolation level read committed, read write").update();
        jdbc.sql("""
                insert into access.api_token_use as was (token_id, used_at)
                select token_id, used_at from unnest(?::uuid[], ?::timestamptz[]) as new (token_id, used_at) order by token_id
                    on conflict (token_id) do update set used_at = excluded.used_at where was.used_at < excluded.used_at""")
                .param(uses.keySet().toArray(UUID[]::new))
                .param(uses.values().stream().map(Instant::toString).toArray(String[]::new)).update();
    }
}
