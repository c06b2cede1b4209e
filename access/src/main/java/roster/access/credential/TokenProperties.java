package roster.access.credential;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Configured tokens of operators and notification-service. Not validated here, because binding errors would quote the value. */
@ConfigurationProperties("roster")
record TokenProperties(@DefaultValue Configured operator, @DefaultValue Configured notification) {
    record Configured(@DefaultValue("") String token) {
        @Override
        public String toString() {
            return "Configured[***]";
        }
    }
}
