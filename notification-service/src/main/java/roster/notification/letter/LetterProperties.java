package roster.notification.letter;

import java.net.URI;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What letters need beyond their events.
 *
 * @param consoleUrl     where invitations are accepted; http or https
 * @param from           {@code Name <address>}, or the address alone
 * @param replyToInviter whether an invitee who answers a letter writes to whoever invited them
 * @param invitationKeys {@code k1:<base64>,k0:<base64>}, each at least 32 bytes; the first signs
 */
@Validated
@ConfigurationProperties("roster.letter")
record LetterProperties(@NotNull URI consoleUrl, @NotBlank String from, boolean replyToInviter, String invitationKeys) {
    @Override
    public String toString() {
        return "LetterProperties[consoleUrl=" + consoleUrl + ", from=" + from + ", replyToInviter=" + replyToInviter + "]";
    }
}
