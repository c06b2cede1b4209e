package roster.http.body;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param longest    maximum length of a body
 * @param deadline   for a complete body
 * @param unfinished maximum number of bodies that callers without a credential may be sending at the same time
 */
@Validated
@ConfigurationProperties("roster.body")
record BodyProperties(@NotNull DataSize longest, @NotNull @DefaultValue("5s") Duration deadline,
        @Positive @DefaultValue("1024") int unfinished) {}
