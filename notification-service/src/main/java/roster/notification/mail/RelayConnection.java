package roster.notification.mail;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

import roster.contract.mail.MailFailure;
import roster.notification.mail.DeliveryOutcome.Accepted;
import roster.notification.mail.DeliveryOutcome.Needless;
import roster.notification.mail.DeliveryOutcome.Refused;
import roster.notification.mail.DeliveryOutcome.Unavailable;

/** A worker's connection to the relay, reused for several e-mails. */
final class RelayConnection implements AutoCloseable {
    /** Relays limit the number of e-mails per connection. */
    private static final int EMAILS_PER_CONNECTION = 100;
    private static final DeliveryOutcome UTF8_NOT_SUPPORTED = new Refused(MailFailure.ADDRESS_NOT_SUPPORTED, null,
            "the address has non-ASCII characters before the @, and the relay does not support SMTPUTF8 (RFC 6531)");
    private static final Duration LONG_SILENCE = Duration.ofSeconds(10);

    private final Relay relay;
    private final AbortableSockets sockets;
    private @Nullable SMTPTransport open;
    private boolean openForUtf8;
    private int emails;
    private long usedAt;

    RelayConnection(Relay relay, AbortableSockets sockets) {
        this.relay = relay;
        this.sockets = sockets;
    }

    /**
     * Sends the message to its addressee through the relay.
     *
     * @param isStillOwed checked when the relay is ready, immediately before the message is sent
     */
    DeliveryOutcome send(MimeMessage message, BooleanSupplier isStillOwed) {
        var deadline = relay.atDeadline(sockets::abort);
        try {
            boolean utf8 = needsUtf8(message);
            var transport = connected(utf8);
            if (!isStillOwed.getAsBoolean()) {
                return new Needless();
            }
            return utf8 && !transport.supportsExtension("SMTPUTF8") ? UTF8_NOT_SUPPORTED : send(transport, message);
        } catch (MessagingException e) {
            close();
            return new Unavailable(RelayAnswer.reason(e));
        } finally {
            deadline.cancel(false);
            usedAt = System.nanoTime();
        }
    }

    private DeliveryOutcome send(SMTPTransport transport, MimeMessage message) {
        try {
            emails++;
            transport.sendMessage(message, message.getAllRecipients());
            return new Accepted();
        } catch (MessagingException e) {
            if (RelayAnswer.endsConnection(e)) {
                close();
            }
            return RelayAnswer.outcome(e);
        }
    }

    /** True when an address has non-ASCII characters, which are encoded nowhere but in the domain. */
    private static boolean needsUtf8(MimeMessage message) throws MessagingException {
        return Arrays.stream(message.getAllRecipients())
                .anyMatch(it -> ((InternetAddress) it).getAddress().chars().anyMatch(c -> c > 0x7f));
    }

    private SMTPTransport connected(boolean utf8) throws MessagingException {
        if (open != null && (openForUtf8 != utf8 || emails >= EMAILS_PER_CONNECTION || (isSilent() && !open.isConnected()))) {
            close();
        }
        if (open == null) {
            open = relay.connect(sockets, utf8);
            openForUtf8 = utf8;
            emails = 0;
        }
        return open;
    }

    /** True when the connection was idle, so that the relay may have closed it. */
    private boolean isSilent() {
        return System.nanoTime() - usedAt > relay.trusted().toNanos();
    }

    /** To be called when there is nothing to send. Closes a connection that has been idle for long. */
    void rest() {
        if (open != null && System.nanoTime() - usedAt > LONG_SILENCE.toNanos()) {
            close();
        }
    }

    @Override
    public void close() {
        var transport = open;
        open = null;
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException e) {
                // it is closed either way
            }
        }
    }
}
