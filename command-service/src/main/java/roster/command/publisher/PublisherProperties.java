package roster.command.publisher;

import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import org.hibernate.validator.constraints.time.DurationMax;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where events are published to.
 *
 * @param kafka     bootstrap servers
 * @param retention how long Kafka keeps an event, and remembers that a membership has ended; events carry names and addresses, so at most
 *                  30 days
 * @param state     how the states of members are
 */
@Validated
@ConfigurationProperties("roster.publisher")
record PublisherProperties(@NotEmpty String kafka, @Positive int partitions, @Positive short replication,
        @DurationMax(days = 30) Duration retention, @Valid State state) {
    /**
     * @param producer      the name that instances which publish for the same store share: Kafka's {@code transactional.id}
     * @param compactionLag how long Kafka may keep a state beside a newer one; it carries a name and an address, so at most 30 days
     */
    record State(@NotEmpty String producer, @DurationMax(days = 30) Duration compactionLag) {}
}
