package roster.access.credential;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.annotation.PreDestroy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Records the minute in which each API token was last used. A killed process forgets up to a minute. */
@Component
class TokenUses {
    private final LastTimes times;

    TokenUses(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.times = new LastTimes("access.api_token_use", "token_id", "used_at", "", jdbc, transactions);
    }

    void note(UUID tokenId) {
        times.note(tokenId, Instant.now().truncatedTo(ChronoUnit.MINUTES));
    }

    @PreDestroy
    @Scheduled(fixedDelayString = "${roster.access.store-last-times-every:1m}")
    void store() {
        times.store();
    }
}
