package roster.command.retry;

import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes stored answers after their retention. */
@Component
class ForgetAnswers {
    private final JdbcClient jdbc;
    private final Duration kept;

    ForgetAnswers(JdbcClient jdbc, IdempotencyProperties idempotency) {
        this.jdbc = jdbc;
        this.kept = idempotency.kept();
    }

    @Scheduled(fixedDelayString = "PT10M")
    void forget() {
        jdbc.sql("delete from command.idempotency where answered_at < clock_timestamp() - ? * interval '1 second'")
                .param(kept.toSeconds()).update();
    }
}
