package roster.notification.message;

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
import roster.notification.entry.Email;
import roster.notification.entry.Occasion.AddressChanged;
import roster.notification.entry.Occasion.Invited;
import roster.notification.entry.Occasion.Requested;

/** Composes the MIME message of an e-mail. The same e-mail gives the same bytes as long as templates, keys and sender do not change. */
public final class EmailComposer {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final InternetAddress from;
    private final boolean repliesGoToInviter;
    private final InvitationLinks links;
    private final EmailTemplates templates;

    /** @param repliesGoToInviter true to set Reply-To to the inviter */
    EmailComposer(InternetAddress from, boolean repliesGoToInviter, InvitationLinks links, EmailTemplates templates) {
        this.from = from;
        this.repliesGoToInviter = repliesGoToInviter;
        this.links = links;
        this.templates = templates;
    }

    /** @throws AddressException when the address is not valid for mail */
    public MimeMessage compose(Email email) throws AddressException {
        var to = Mailbox.of(email.addressee());
        try {
            return message(email, to, words(email));
        } catch (MessagingException e) {
            throw new IllegalStateException("no message can be made of " + email.id(), e);
        }
    }

    private EmailText words(Email email) {
        var invitation = email.invitation();
        return switch (email.occasion()) {
            case Invited _ -> switch (email.id().recipient()) {
                case INVITEE -> EmailText.toInvitee(invitation, links.to(invitation));
                case INVITER -> EmailText.toInviter(invitation);
            };
            case AddressChanged _ -> EmailText.addressChanged(invitation);
            case Requested _ -> EmailText.asking(invitation, links.toMember(invitation.organizationId(), invitation.memberId()));
        };
    }

    private MimeMessage message(Email email, InternetAddress to, EmailText words) throws MessagingException {
        var message = new EmailMessage(Mailbox.isBeyondAscii(to), "<" + email.id() + "@" + Mailbox.domain(from) + ">",
                "roster-" + email.id(),
                templates.text(words), templates.html(words));
        message.setHeader("Date", date(email.recordedAt()));
        message.setFrom(Mailbox.sender(SenderName.of(email, words.words(), from.getPersonal()), from.getAddress()));
        message.setRecipient(RecipientType.TO, to);
        if (repliesGoToInviter && email.id().recipient() == MailRecipient.INVITEE) {
            message.setReplyTo(inviter(email));
        }
        message.setSubject(words.subject(), StandardCharsets.UTF_8.name());
        message.setHeader("Content-Language", words.words().language().value());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.saveChanges();
        return message;
    }

    /** Null when there is no inviter, or their address is not valid everywhere; the e-mail is sent without Reply-To. */
    private static InternetAddress @Nullable [] inviter(Email email) {
        var inviter = email.invitation().inviter();
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
