package roster.access.credential;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Records the hour in which each member last signed in, at most once an hour. It is known of the member, not of the account, so that no
 * organization learns of a sign-in to another one. A killed process forgets up to a minute of sign-ins.
 */
@Component
public class SignIns {
    /** A member who was deleted meanwhile may be erased already. */
    private static final String NOT_DELETED = "where exists (select from access.member where member_id = id)";
    private static final int REMEMBERED = 100_000;

    private final Cache<UUID, Instant> known = Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(Duration.ofHours(1)).build();
    private final LastTimes times;

    SignIns(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.times = new LastTimes("access.member_sign_in", "member_id", "signed_in_at", NOT_DELETED, jdbc, transactions);
    }

    public void note(UUID memberId, Instant at) {
        var hour = at.truncatedTo(ChronoUnit.HOURS);
        var before = known.getIfPresent(memberId);
        if (before == null || before.isBefore(hour)) {
            known.put(memberId, hour);
            times.note(memberId, hour);
        }
    }

    @PreDestroy
    @Scheduled(fixedDelayString = "${roster.access.store-last-times-every:1m}")
    void store() {
        times.store();
    }
}
