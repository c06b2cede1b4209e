package roster.notification.invitation;

import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the topic of dead letters, when it is created.
 *
 * @param replication number of copies
 * @param minInSync   number of copies that must have a record before Kafka acknowledges it
 */
@Validated
@ConfigurationProperties("roster.dead-letters")
record DeadLetterProperties(@Positive short replication, @Positive short minInSync) {}
