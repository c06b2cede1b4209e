package roster.notification.mail;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while the relay accepts no e-mails. Does not affect readiness: waiting e-mails are safe. */
@Component
final class RelayHealthIndicator implements HealthIndicator {
    private final RelayOutage outage;

    RelayHealthIndicator(RelayOutage outage) {
        this.outage = outage;
    }

    @Override
    public Health health() {
        return outage.reason().map(it -> Health.down().withDetail("reason", it).withDetail("for", outage.age())).orElseGet(Health::up)
                .build();
    }
}
