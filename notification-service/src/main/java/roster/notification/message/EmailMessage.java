package roster.notification.message;

import java.nio.charset.StandardCharsets;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.StreamProvider;
import org.eclipse.angus.mail.util.MailStreamProvider;

/** A message of text and HTML with given id and boundary instead of random ones, so that its bytes are reproducible. */
final class EmailMessage extends MimeMessage {
    static {
        // Jakarta Mail otherwise looks it up in all JAR files several times for each e-mail, which took a third of the time to write one
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private static final Session UTF8 = utf8();

    private final String messageId;

    /** @param utf8 true for UTF-8 in the headers, which an address with non-ASCII characters before the @ needs (RFC 6532) */
    EmailMessage(boolean utf8, String messageId, String boundary, String text, String html) throws MessagingException {
        super(utf8 ? UTF8 : null);
        this.messageId = messageId;
        var alternatives = new Alternatives(boundary);
        alternatives.addBodyPart(part(text, "plain"));
        alternatives.addBodyPart(part(html, "html"));
        setContent(alternatives);
    }

    private static Session utf8() {
        var settings = new Properties();
        settings.put("mail.mime.allowutf8", "true");
        return Session.getInstance(settings);
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, StandardCharsets.UTF_8.name(), subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static final class Alternatives extends MimeMultipart {
        Alternatives(String boundary) {
            super("alternative");
            var parameters = new ParameterList();
            parameters.set("boundary", boundary);
            contentType = new ContentType("multipart", "alternative", parameters).toString();
        }
    }
}
