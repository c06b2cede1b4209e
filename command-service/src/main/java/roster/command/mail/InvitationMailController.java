package roster.command.mail;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import roster.command.http.Answer;
import roster.command.http.CommandSender;
import roster.command.mail.InvitationMailCommand.RecordInvitationMail;
import roster.command.member.Memberships;
import roster.command.rejection.Refused;
import roster.command.rejection.Rejection.NotFound;
import roster.contract.event.InvitationMailEvent;
import roster.contract.event.InvitationMailEvent.InvitationMailFailed;
import roster.contract.event.InvitationMailEvent.InvitationMailSent;
import roster.contract.event.MailFailure;
import roster.contract.event.MailRecipient;
import roster.http.openapi.Rejections;

/** {@code /invitation-mails}: where notification-service says what became of letters. */
@RestController
final class InvitationMailController {
    private final Memberships memberships;

    InvitationMailController(Memberships memberships) {
        this.memberships = memberships;
    }

    /**
     * What became of a letter.
     *
     * @param memberId     who is invited
     * @param invitationId by what
     * @param issue        which of the invitation's letters, counted from 1
     * @param recipient    to whom it was addressed
     * @param failure      why it will not leave; without it, the relay has taken it
     * @param status       the mail server's last answer: its reply code, and the enhanced one where there is one
     */
    record Report(@NotNull UUID memberId, @NotNull UUID invitationId, @Min(1) int issue, @NotNull MailRecipient recipient,
            @Nullable MailFailure failure,
            @Nullable @Pattern(regexp = "[245][0-9]{2}( [245]\\.[0-9]{1,3}\\.[0-9]{1,3})?", message = "must be a reply code") String status) {
        InvitationMailEvent news() {
            return failure == null
                    ? new InvitationMailSent(invitationId, memberId, issue, recipient)
                    : new InvitationMailFailed(invitationId, memberId, issue, recipient, failure, status);
        }
    }

    /** Records what became of a letter. To say it again changes nothing. */
    @PostMapping(path = "/invitation-mails", produces = MediaType.APPLICATION_JSON_VALUE)
    @Rejections(NotFound.class)
    Answer<Void> report(@Valid @RequestBody Report report, CommandSender sender) {
        sender.caller().requireNotificationService(); // before anything is looked up, as what is there is nobody else's business
        var organization = memberships.organizationOf(report.memberId).orElseThrow(() -> new Refused(new NotFound()));
        return sender.send(new RecordInvitationMail(organization, report.news()));
    }
}
