package roster.http.limit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param requests of one caller
 * @param failures of one address to authenticate
 */
@Validated
@ConfigurationProperties("roster.limit")
record LimitProperties(@Valid @NotNull Rate requests, @Valid @NotNull Rate failures) {
    /**
     * @param perSecond what is allowed for ever; 0 when there is no limit
     * @param burst     what is allowed at once, after some silence
     */
    record Rate(@PositiveOrZero int perSecond, @Positive int burst) {}
}
