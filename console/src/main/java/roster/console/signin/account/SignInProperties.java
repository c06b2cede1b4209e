package roster.console.signin.account;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Client registrations of the console at the providers. A provider without a client id is not offered. */
@ConfigurationProperties("roster.sign-in")
public record SignInProperties(Google google, Github github) {
    /** @param issuer OpenID Connect issuer, whose discovery document contains the endpoints */
    public record Google(String clientId, String clientSecret, String issuer) {
        @Override
        public String toString() {
            return "Google[" + clientId + "]";
        }
    }

    /** @param url base URL of the sign-in pages; the API has another */
    public record Github(String clientId, String clientSecret, URI url, URI apiUrl) {
        @Override
        public String toString() {
            return "Github[" + clientId + "]";
        }
    }
}
