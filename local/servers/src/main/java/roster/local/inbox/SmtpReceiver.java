package roster.local.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/**
 * Receives one mail over SMTP, and stores it on disk before it confirms. Rejects recipients in {@code .invalid}, a domain that never exists
 * (RFC 2606), so that delivery failures can be tried out locally.
 */
final class SmtpReceiver implements MessageHandler {
    private static final String NOWHERE = ".invalid";

    private final MailFolder mailbox;
    private final List<String> to = new ArrayList<>();
    private String from = "";

    SmtpReceiver(MailFolder mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public void from(String from) {
        this.from = from;
    }

    @Override
    public void recipient(String recipient) throws RejectException {
        if (recipient.toLowerCase(Locale.ROOT).endsWith(NOWHERE)) {
            throw new RejectException(550, "5.1.2 there is no such domain");
        }
        to.add(recipient);
    }

    @Override
    public @Nullable String data(InputStream message) throws IOException {
        return "kept as " + mailbox.deliver(new Envelope(from, List.copyOf(to)), message);
    }

    @Override
    public void done() {}
}
