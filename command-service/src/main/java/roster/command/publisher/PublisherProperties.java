package roster.command.publisher;

import java.time.Duration;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import org.hibernate.validator.constraints.time.DurationMax;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where events are published to.
 *
 * @param kafka     bootstrap servers
 * @param retention how long Kafka keeps a record; it carries names and addresses, so at most 30 days
 */
@Validated
@ConfigurationProperties("roster.publisher")
record PublisherProperties(@NotEmpty String kafka, @Positive int partitions, @Positive short replication,
        @DurationMax(days = 30) Duration retention) {}
