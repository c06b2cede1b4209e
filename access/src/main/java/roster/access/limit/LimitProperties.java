package roster.access.limit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param requests limit per caller
 * @param failures limit of failed authentications per address
 */
@Validated
@ConfigurationProperties("roster.limit")
record LimitProperties(@Valid @NotNull Rate requests, @Valid @NotNull Rate failures) {
    /**
     * @param perSecond sustained rate; 0 means no limit
     * @param burst     number allowed at once after a pause
     */
    record Rate(@PositiveOrZero int perSecond, @Positive int burst) {}
}
