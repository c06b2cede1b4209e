package roster.access.admission;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param atOnce   maximum number of requests that are processed at the same time
 * @param patience maximum time that a request waits before it is processed
 */
@Validated
@ConfigurationProperties("roster.admission")
record AdmissionProperties(@Positive int atOnce, @NotNull Duration patience) {}
