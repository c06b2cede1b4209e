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
 * Takes one mail over SMTP. It is on disk before the answer says so. Addresses in {@code .invalid}, which nobody can have (RFC 2606), are
 * refused as a server out in the world refuses them, so that what comes of that can be seen here, too.
 */
final class SmtpReceiver implements MessageHandler {
    private static final String NOWHERE = ".invalid";

    private final Mailbox mailbox;
    private final List<String> to = new ArrayList<>();
    private String from = "";

    SmtpReceiver(Mailbox mailbox) {
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
        return "kept as " + mailbox.deliver(new Envelope(from, List.copyOf(to)), message).id();
    }

    @Override
    public void done() {}
}
