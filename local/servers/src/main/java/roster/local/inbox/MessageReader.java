package roster.local.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import org.jspecify.annotations.Nullable;

/** Decodes stored mails. Malformed parts are read as text. */
final class MessageReader {
    private static final Session UTF8 = Session.getInstance(properties());

    private MessageReader() {}

    private static Properties properties() {
        var properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        return properties;
    }

    static Message read(StoredMail mail, MailFolder mailbox) {
        try {
            var message = new MimeMessage(UTF8, new ByteArrayInputStream(mailbox.content(mail)));
            var headers = headers(message);
            var body = body(message);
            return new Message(mail.id(), mail.envelope().from(), mail.envelope().to(), first(headers, "Subject"), body.text(), body.html(),
                    headers, mail.receivedAt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException("cannot read mail " + mail.id(), e));
        }
    }

    private record Body(@Nullable String text, @Nullable String html) {}

    private static Body body(MimeMessage message) throws MessagingException, IOException {
        try {
            return new Body(part(message, "text/plain"), part(message, "text/html"));
        } catch (MessagingException | IOException _) {
            return new Body(new String(message.getRawInputStream().readAllBytes(), StandardCharsets.ISO_8859_1), null);
        }
    }

    private static Map<String, List<String>> headers(MimeMessage message) throws MessagingException {
        var headers = new LinkedHashMap<String, List<String>>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.computeIfAbsent(header.getName(), _ -> new ArrayList<>()).add(decoded(header.getValue()));
        }
        return headers;
    }

    private static String first(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream().filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().getFirst()).findFirst().orElse("");
    }

    private static String decoded(String value) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (UnsupportedEncodingException _) {
            return value;
        }
    }

    /** The first part of that type that isn't attached. */
    private static @Nullable String part(Part part, String type) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return null;
        }
        if (part.isMimeType(type)) {
            return text(part);
        }
        return part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts ? part(parts, type) : null;
    }

    private static @Nullable String part(Multipart parts, String type) throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            var found = part(parts.getBodyPart(i), type);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static String text(Part part) throws MessagingException, IOException {
        try {
            if (part.getContent() instanceof String text) {
                return text;
            }
        } catch (UnsupportedEncodingException _) {
            // unknown character set: falls back to ISO 8859-1
        }
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
