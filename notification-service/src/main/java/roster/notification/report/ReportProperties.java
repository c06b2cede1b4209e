package roster.notification.report;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.springframework.boot.context.properties.ConfigurationProperties;

import roster.contract.secret.SecretStrength;

/**
 * @param commandService where reports go
 * @param token          that shows who makes them
 */
@ConfigurationProperties("roster.report")
record ReportProperties(URI commandService, String token) {
    ReportProperties {
        SecretStrength.weakness(token.getBytes(StandardCharsets.UTF_8)).ifPresent(weakness -> {
            throw new IllegalArgumentException("ROSTER_NOTIFICATION_TOKEN " + weakness + "; 'openssl rand -hex 32' makes a good one");
        });
    }

    @Override
    public String toString() {
        return "ReportProperties[" + commandService + "]";
    }
}
