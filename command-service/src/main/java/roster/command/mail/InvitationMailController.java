package roster.command.mail;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import roster.access.document.Rejections;
import roster.command.http.Answer;
import roster.command.http.BatchSender;
import roster.command.http.CommandSender;
import roster.command.mail.InvitationMailCommand.RecordInvitationMail;
import roster.command.rejection.Rejected;
import roster.command.rejection.Rejection.UnknownInvitationMail;
import roster.contract.event.InvitationMailEvent;
import roster.contract.event.InvitationMailEvent.InvitationMailFailed;
import roster.contract.event.InvitationMailEvent.InvitationMailSent;
import roster.contract.mail.MailFailure;
import roster.contract.mail.MailRecipient;

/** {@code /invitation-mails}: delivery results of invitation e-mails, reported by notification-service. */
@RestController
final class InvitationMailController {
    private final SentInvitations invitations;

    InvitationMailController(SentInvitations invitations) {
        this.invitations = invitations;
    }

    /**
     * Delivery result of an e-mail.
     *
     * @param memberId     the invited member
     * @param invitationId the invitation
     * @param issue        number of the e-mail, counted from 1 per invitation
     * @param recipient    recipient of the e-mail
     * @param failure      reason of the failure; without it, the relay has accepted the e-mail
     * @param status       the mail server's last reply code, followed by the enhanced status code if there is one
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

    /** Records the delivery result of an e-mail, also after its invitation has ended. A repeated report changes nothing. */
    @PostMapping(path = "/invitation-mails", produces = MediaType.APPLICATION_JSON_VALUE)
    @Rejections(UnknownInvitationMail.class)
    Answer<Void> report(@Valid @RequestBody Report report, CommandSender sender) {
        sender.caller().requireNotificationService(); // before the query, so that other callers cannot learn which members exist
        var news = report.news();
        var organization = invitations.organizationOf(news).orElseThrow(() -> new Rejected(new UnknownInvitationMail()));
        return sender.send(new RecordInvitationMail(organization, news));
    }

    /**
     * Delivery results of several e-mails.
     *
     * @param reports the results, one for each e-mail
     */
    record Reports(@NotEmpty @Size(max = 200) List<@NotNull @Valid Report> reports) {}

    /**
     * Outcomes of the reports.
     *
     * @param outcomes in the order of the reports
     */
    record Outcome(List<ReportOutcome> outcomes) {}

    /**
     * Records the delivery results of several e-mails. One that cannot be recorded does not prevent the others, and the answer says what became of
     * each: {@code recorded}, also when it had been recorded before; {@code unknown} when there is no such e-mail; {@code unreadable} when an
     * event that it follows cannot be read.
     */
    @PostMapping(path = "/invitation-mails/batch", produces = MediaType.APPLICATION_JSON_VALUE)
    Answer<Outcome> reportAll(@Valid @RequestBody Reports reports, BatchSender sender) {
        sender.caller().requireNotificationService();
        var news = reports.reports().stream().map(Report::news).toList();
        var organizations = invitations.organizationsOf(news);
        var commands = news.stream()
                .flatMap(it -> organizations.of(it).map(organization -> new RecordInvitationMail(organization, it)).stream()).toList();
        return sender.send(commands, carriedOut -> new Outcome(news.stream().map(it -> {
            if (organizations.unreadable().contains(it.memberId()) || carriedOut.undecided().contains(it.invitationId())) {
                return ReportOutcome.UNREADABLE;
            }
            return organizations.of(it).isPresent() ? ReportOutcome.RECORDED : ReportOutcome.UNKNOWN;
        }).toList()));
    }
}
