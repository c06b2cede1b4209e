package roster.notification.mail;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

import roster.notification.mail.DeliveryOutcome.Accepted;
import roster.notification.mail.DeliveryOutcome.Needless;
import roster.notification.mail.DeliveryOutcome.Unavailable;

/** A worker's connection to the relay, reused for several e-mails. */
final class RelayConnection implements AutoCloseable {
    /** Relays limit the number of e-mails per connection. */
    private static final int LETTERS_PER_CONNECTION = 100;
    private static final Duration LONG_SILENCE = Duration.ofSeconds(10);

    private final Relay relay;
    private final AbortableSockets sockets;
    private @Nullable Transport open;
    private int letters;
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
            var transport = connected();
            return isStillOwed.getAsBoolean() ? send(transport, message) : new Needless();
        } catch (MessagingException e) {
            close();
            return new Unavailable(RelayAnswer.reason(e));
        } finally {
            deadline.cancel(false);
            usedAt = System.nanoTime();
        }
    }

    private DeliveryOutcome send(Transport transport, MimeMessage message) {
        try {
            letters++;
            transport.sendMessage(message, message.getAllRecipients());
            return new Accepted();
        } catch (MessagingException e) {
            if (RelayAnswer.endsConnection(e)) {
                close();
            }
            return RelayAnswer.outcome(e);
        }
    }

    private Transport connected() throws MessagingException {
        if (open != null && (letters >= LETTERS_PER_CONNECTION || (isSilent() && !open.isConnected()))) {
            close();
        }
        if (open == null) {
            open = relay.connect(sockets);
            letters = 0;
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
