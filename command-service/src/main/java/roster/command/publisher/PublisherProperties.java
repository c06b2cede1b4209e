package roster.command.publisher;

import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import org.hibernate.validator.constraints.time.DurationMax;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of publishing to Kafka.
 *
 * @param replication number of copies of each topic, when it is created
 * @param minInSync   number of copies that must have a record before Kafka acknowledges it, when a topic is created
 * @param retention   time for which Kafka keeps an event, and a tombstone of an ended membership; at most 30 days, because events contain
 *                    names and addresses
 * @param schemas     address of query-service, which publishes the JSON Schemas that records name; without a slash at its end
 * @param state       settings of the topic of states
 */
@Validated
@ConfigurationProperties("roster.publisher")
record PublisherProperties(@Positive int partitions, @Positive short replication, @Positive short minInSync,
        @DurationMax(days = 30) Duration retention, @NotNull @Pattern(regexp = "https?://[^/?#]+(/[^/?#]+)*") String schemas,
        @Valid State state) {
    /**
     * @param producer      Kafka's {@code transactional.id}, shared by all instances on the same store
     * @param compactionLag time for which Kafka may keep a state beside a newer one; at most 30 days, because it contains name and address
     */
    record State(@NotEmpty String producer, @DurationMax(days = 30) Duration compactionLag) {}
}
