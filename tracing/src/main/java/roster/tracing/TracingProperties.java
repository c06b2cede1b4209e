package roster.tracing;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * Where spans are exported to.
 *
 * @param endpoint URL of a collector that understands OTLP over HTTP, without {@code /v1/traces}; empty for none
 * @param sampled  share of the traces that begin here, 0 to 1; of those of callers, the ones that they have sampled
 */
@ConfigurationProperties("roster.tracing")
public record TracingProperties(String endpoint, double sampled) {
    public TracingProperties {
        Assert.isTrue(endpoint.isEmpty() || isHttp(endpoint), "ROSTER_OTLP_ENDPOINT must be an http or https URL");
        Assert.isTrue(sampled >= 0 && sampled <= 1, "ROSTER_OTLP_SAMPLED must be between 0 and 1");
    }

    private static boolean isHttp(String text) {
        try {
            var url = URI.create(text);
            return url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
