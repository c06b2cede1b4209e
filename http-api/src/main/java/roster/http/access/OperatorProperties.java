package roster.http.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param token what an operator authenticates with, at least 32 characters */
@Validated
@ConfigurationProperties("roster.operator")
record OperatorProperties(@NotNull @Size(min = 32, message = "must have at least 32 characters") String token) {
    @Override
    public String toString() {
        return "OperatorProperties[***]";
    }
}
