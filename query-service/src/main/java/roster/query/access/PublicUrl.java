package roster.query.access;

import java.util.function.Supplier;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Public URL of this service.
 *
 * @param url without a trailing slash; empty to use the URL of each request
 */
@Validated
@ConfigurationProperties("roster.public")
record PublicUrl(@DefaultValue("") @Pattern(regexp = "(https?://[^/?#]+(/[^/?#]+)*)?") String url) {
    String orElseGet(Supplier<String> called) {
        return url.isEmpty() ? called.get() : url;
    }
}
