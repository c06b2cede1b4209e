package roster.notification.letter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

import roster.contract.mail.MailRecipient;
import roster.notification.entry.Letter;
import roster.notification.entry.Occasion.AddressChanged;
import roster.notification.entry.Occasion.Invited;
import roster.notification.entry.Occasion.Requested;

/** Composes the MIME message of an e-mail. The same e-mail gives the same bytes as long as templates, keys and sender do not change. */
public final class LetterComposer {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final InternetAddress from;
    private final boolean repliesGoToInviter;
    private final InvitationLinks links;
    private final LetterTemplates templates;

    /** @param repliesGoToInviter true to set Reply-To to the inviter */
    LetterComposer(InternetAddress from, boolean repliesGoToInviter, InvitationLinks links, LetterTemplates templates) {
        this.from = from;
        this.repliesGoToInviter = repliesGoToInviter;
        this.links = links;
        this.templates = templates;
    }

    /** @throws AddressException when the address is not valid for mail */
    public MimeMessage compose(Letter letter) throws AddressException {
        var to = Mailbox.of(letter.addressee());
        try {
            return message(letter, to, words(letter));
        } catch (MessagingException e) {
            throw new IllegalStateException("no message can be made of " + letter.id(), e);
        }
    }

    private LetterWords words(Letter letter) {
        var invitation = letter.invitation();
        return switch (letter.occasion()) {
            case Invited _ -> switch (letter.id().recipient()) {
                case INVITEE -> LetterWords.toInvitee(invitation, links.to(invitation));
                case INVITER -> LetterWords.toInviter(invitation);
            };
            case AddressChanged _ -> LetterWords.addressChanged(invitation);
            case Requested _ -> LetterWords.asking(invitation, links.toMember(invitation.organizationId(), invitation.memberId()));
        };
    }

    private MimeMessage message(Letter letter, InternetAddress to, LetterWords words) throws MessagingException {
        var message = new LetterMessage(Mailbox.isBeyondAscii(to), "<" + letter.id() + "@" + Mailbox.domain(from) + ">",
                "roster-" + letter.id(),
                templates.text(words), templates.html(words));
        message.setHeader("Date", date(letter.recordedAt()));
        message.setFrom(Mailbox.sender(SenderName.of(letter, words.words(), from.getPersonal()), from.getAddress()));
        message.setRecipient(RecipientType.TO, to);
        if (repliesGoToInviter && letter.id().recipient() == MailRecipient.INVITEE) {
            message.setReplyTo(inviter(letter));
        }
        message.setSubject(words.subject(), StandardCharsets.UTF_8.name());
        message.setHeader("Content-Language", words.words().language().value());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.saveChanges();
        return message;
    }

    /** Null when there is no inviter, or their address is not valid everywhere; the e-mail is sent without Reply-To. */
    private static InternetAddress @Nullable [] inviter(Letter letter) {
        var inviter = letter.invitation().inviter();
        try {
            var address = inviter == null ? null : Mailbox.of(inviter);
            return address == null || Mailbox.isBeyondAscii(address) ? null : new InternetAddress[]{address};
        } catch (AddressException e) {
            return null;
        }
    }

    private static String date(Instant moment) {
        return DATE.format(moment);
    }
}
