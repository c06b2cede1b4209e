package roster.command.publisher.admin;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Down while records that Kafka has lost are missing. Commands do not depend on it. */
@Component
class LostRecordsHealthIndicator extends AbstractHealthIndicator {
    private final Publishers publishers;

    LostRecordsHealthIndicator(Publishers publishers) {
        super("the publishers' states are unknown");
        this.publishers = publishers;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        publishers.all().stream().filter(PublisherStatus::hasLost).forEach(it -> health.down().withDetail(it.topic(),
                "records up to position " + it.missingUpTo() + " are missing on Kafka, noticed at " + it.lostAt()));
    }
}
