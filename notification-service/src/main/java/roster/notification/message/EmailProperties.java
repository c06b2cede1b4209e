package roster.notification.message;

import java.net.URI;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings for the content of e-mails.
 *
 * @param consoleUrl     URL of the console, http or https
 * @param from           {@code Name <address>}, or the address alone
 * @param replyToInviter true when replies of an invitee go to the inviter
 * @param invitationKeys {@code k1:<base64>,k0:<base64>}, each at least 32 bytes; the first signs
 */
@Validated
@ConfigurationProperties("roster.email")
record EmailProperties(@NotNull URI consoleUrl, @NotBlank String from, boolean replyToInviter, String invitationKeys) {
    @Override
    public String toString() {
        return "EmailProperties[consoleUrl=" + consoleUrl + ", from=" + from + ", replyToInviter=" + replyToInviter + "]";
    }
}
