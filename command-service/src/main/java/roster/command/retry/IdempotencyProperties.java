package roster.command.retry;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param kept how long an answer is given again */
@ConfigurationProperties("roster.idempotency")
record IdempotencyProperties(Duration kept) {}
