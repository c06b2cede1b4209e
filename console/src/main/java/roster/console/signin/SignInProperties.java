package roster.console.signin;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** How the console is known to the providers. One without a client id is not offered. */
@ConfigurationProperties("roster.sign-in")
record SignInProperties(Google google, Github github) {
    /** @param issuer of OpenID Connect, whose discovery document says the rest */
    record Google(String clientId, String clientSecret, String issuer) {
        @Override
        public String toString() {
            return "Google[" + clientId + "]";
        }
    }

    /** @param url where people sign in, as opposed to the API */
    record Github(String clientId, String clientSecret, URI url, URI apiUrl) {
        @Override
        public String toString() {
            return "Github[" + clientId + "]";
        }
    }
}
