package roster.http.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What those authenticate with who are configured. Whether it could be guessed is not looked at here, where complaints quote the value. */
@ConfigurationProperties("roster")
record TokenProperties(@DefaultValue Configured operator, @DefaultValue Configured notification) {
    record Configured(@DefaultValue("") String token) {
        @Override
        public String toString() {
            return "Configured[***]";
        }
    }
}
