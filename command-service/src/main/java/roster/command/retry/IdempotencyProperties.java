package roster.command.retry;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param kept retention of stored answers */
@ConfigurationProperties("roster.idempotency")
record IdempotencyProperties(Duration kept) {}
