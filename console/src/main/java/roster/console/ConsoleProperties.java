package roster.console;

import java.net.URI;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * @param url public URL of the console, and {@code iss} of its tokens
 * @param key base64 of an RSA private key, PKCS#8 in DER
 */
@ConfigurationProperties("roster.console")
public record ConsoleProperties(URI url, String key) {
    public ConsoleProperties {
        Assert.isTrue(Set.of("http", "https").contains(String.valueOf(url.getScheme())) && url.getPath().isEmpty(),
                "ROSTER_CONSOLE_URL must be an http or https URL without a path");
        Assert.hasText(key,
                "ROSTER_CONSOLE_KEY is missing: openssl genpkey -algorithm RSA | openssl pkcs8 -topk8 -nocrypt -outform DER | base64 -w0");
    }

    public boolean isHttps() {
        return url.getScheme().equals("https");
    }

    @Override
    public String toString() {
        return "ConsoleProperties[" + url + "]";
    }
}
