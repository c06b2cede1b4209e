package roster.http.access;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param token what an operator authenticates with; whether it could be guessed is not looked at here, where complaints quote the value */
@Validated
@ConfigurationProperties("roster.operator")
record OperatorProperties(@NotNull String token) {
    @Override
    public String toString() {
        return "OperatorProperties[***]";
    }
}
