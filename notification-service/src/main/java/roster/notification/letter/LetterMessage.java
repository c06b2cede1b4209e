package roster.notification.letter;

import java.nio.charset.StandardCharsets;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import org.jspecify.annotations.Nullable;

/** A message of text and HTML with given id and boundary instead of random ones, so that its bytes are reproducible. */
final class LetterMessage extends MimeMessage {
    private final String messageId;

    LetterMessage(String messageId, String boundary, String text, String html) throws MessagingException {
        super((@Nullable Session) null);
        this.messageId = messageId;
        var alternatives = new Alternatives(boundary);
        alternatives.addBodyPart(part(text, "plain"));
        alternatives.addBodyPart(part(html, "html"));
        setContent(alternatives);
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
