package roster.local.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;

/** Takes one mail over SMTP. It is on disk before the answer says so. */
final class SmtpReceiver implements MessageHandler {
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
    public void recipient(String recipient) {
        to.add(recipient);
    }

    @Override
    public @Nullable String data(InputStream message) throws IOException {
        return "kept as " + mailbox.deliver(new Envelope(from, List.copyOf(to)), message).id();
    }

    @Override
    public void done() {}
}
