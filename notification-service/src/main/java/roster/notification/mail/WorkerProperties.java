package roster.notification.mail;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the sending of e-mails.
 *
 * @param lease length of a lease, and so the delay of the e-mails of a process that died; longer than the time limit of one e-mail
 * @param poll  maximum delay of e-mails without a signal: retries, and those of another instance
 */
@Validated
@ConfigurationProperties("roster.workers")
record WorkerProperties(@NotNull @DefaultValue("1m") Duration lease, @NotNull @DefaultValue("500ms") Duration poll) {}
