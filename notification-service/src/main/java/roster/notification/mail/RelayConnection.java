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

/** A connection to the relay for one thread at a time, reused for several e-mails. */
final class RelayConnection implements AutoCloseable {
    /** Relays limit the number of e-mails per connection. */
    private static final int EMAILS_PER_CONNECTION = 100;
    private static final DeliveryOutcome UTF8_NOT_SUPPORTED = new Refused(MailFailure.ADDRESS_NOT_SUPPORTED, null,
            "the address has non-ASCII characters before the @, and the relay does not support SMTPUTF8 (RFC 6531)");
    private static final Duration LONG_SILENCE = Duration.ofSeconds(10);

    private final Relay relay;
    private final AbortableSockets sockets;
    private volatile @Nullable SMTPTransport open;
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
        var transport = open;
        if (transport != null
                && (openForUtf8 != utf8 || emails >= EMAILS_PER_CONNECTION || (isSilent() && !transport.isConnected()))) {
            close();
            transport = null;
        }
        if (transport == null) {
            transport = relay.connect(sockets, utf8);
            openForUtf8 = utf8;
            emails = 0;
            open = transport;
        }
        return transport;
    }

    /** True when the connection was idle, so that the relay may have closed it. */
    private boolean isSilent() {
        return System.nanoTime() - usedAt > relay.trusted().toNanos();
    }

    /** True when it has not been used for so long that it is not worth keeping. */
    boolean isSilentForLong() {
        return System.nanoTime() - usedAt > LONG_SILENCE.toNanos();
    }

    /** True when the relay has welcomed this connection, and has not ended it as far as is known. */
    boolean isOpen() {
        return open != null;
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
