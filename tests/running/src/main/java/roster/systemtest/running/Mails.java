package roster.systemtest.running;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/** E-mails in the inbox. */
public final class Mails {
    private static final Pattern LINK = Pattern.compile("/invitations#(\\S+)");

    private final Http inbox;

    Mails(Http inbox) {
        this.inbox = inbox;
    }

    public record Mail(String subject, String text, String html, String messageId) {
        /** Token of the link; empty if there is none. */
        public String token() {
            var link = LINK.matcher(text);
            return link.find() ? link.group(1) : "";
        }
    }

    /** E-mails to an address, oldest first. */
    public List<Mail> to(String address) {
        var messages = inbox.get("/api/messages?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8)).body();
        return messages.valueStream().map(Mails::mail).toList();
    }

    /** Waits until there are {@code count} e-mails. */
    public List<Mail> to(String address, int count) {
        Await.until(() -> to(address).size() >= count);
        return to(address);
    }

    private static Mail mail(JsonNode message) {
        return new Mail(message.path("subject").asString(), message.path("text").asString(), message.path("html").asString(),
                message.at("/headers/Message-ID/0").asString());
    }
}
