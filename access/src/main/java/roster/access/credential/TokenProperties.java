package roster.access.credential;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Configured tokens of operators and notification-service. Not validated here, because binding errors would quote the value. */
@ConfigurationProperties("roster")
record TokenProperties(@DefaultValue Operators operator, @DefaultValue Configured notification) {
    /**
     * Tokens of operators.
     *
     * @param token  of the operator with the name {@code operator}
     * @param tokens of others, each as {@code name:token}
     */
    record Operators(@DefaultValue("") String token, @DefaultValue List<String> tokens) {
        @Override
        public String toString() {
            return "Operators[***]";
        }
    }

    record Configured(@DefaultValue("") String token) {
        @Override
        public String toString() {
            return "Configured[***]";
        }
    }
}
