package roster.notification.mail;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who sends letters, and how many at a time.
 *
 * @param count as many connections to the relay
 * @param batch letters taken at once
 * @param lease how long a worker may keep what it took, and so how long the letters of a process that died wait; longer than one
 *              letter may take
 * @param poll  how late a letter can be noticed that no signal announced: a retry, or one of another instance
 */
@Validated
@ConfigurationProperties("roster.workers")
record WorkerProperties(@Min(1) @Max(64) @DefaultValue("4") int count, @Min(1) @Max(100) @DefaultValue("8") int batch,
        @NotNull @DefaultValue("1m") Duration lease, @NotNull @DefaultValue("500ms") Duration poll) {}
