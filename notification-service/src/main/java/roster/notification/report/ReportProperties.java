package roster.notification.report;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import roster.contract.secret.SecretStrength;

/**
 * @param commandService URL of command-service
 * @param token          bearer token of notification-service
 * @param lease          length of a lease on reports, and so their delay when a process dies
 */
@ConfigurationProperties("roster.report")
record ReportProperties(URI commandService, String token, @DefaultValue("1m") Duration lease) {
    ReportProperties {
        SecretStrength.weakness(token.getBytes(StandardCharsets.UTF_8)).ifPresent(weakness -> {
            throw new IllegalArgumentException("ROSTER_NOTIFICATION_TOKEN " + weakness + "; 'openssl rand -hex 32' generates a good one");
        });
    }

    @Override
    public String toString() {
        return "ReportProperties[" + commandService + "]";
    }
}
