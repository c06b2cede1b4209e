package roster.command.member;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import roster.command.bus.CommandRequest;
import roster.command.bus.Commands;
import roster.command.erasure.ErasureCertificate;
import roster.command.erasure.ErasureCertificates;
import roster.command.http.Answers;
import roster.command.member.MemberCommand.ChangeMemberRole;
import roster.command.member.MemberCommand.DeleteMember;
import roster.command.member.MemberCommand.EraseMember;
import roster.command.member.MemberCommand.InviteMember;
import roster.command.member.MemberCommand.ReactivateMember;
import roster.command.member.MemberCommand.ResendInvitation;
import roster.command.member.MemberCommand.RevokeInvitation;
import roster.command.member.MemberCommand.SuspendMember;
import roster.command.rejection.Rejection.Conflict;
import roster.command.rejection.Rejection.EmailTaken;
import roster.command.rejection.Rejection.InvitationNotPending;
import roster.command.rejection.Rejection.LastAdmin;
import roster.command.rejection.Rejection.LimitReached;
import roster.command.rejection.Rejection.MemberNotDeleted;
import roster.command.rejection.Rejection.MemberNotInvited;
import roster.command.retry.Answer;
import roster.command.store.UuidV7;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.Organization;
import roster.contract.role.Role;
import roster.http.openapi.Answered;

/** {@code /organizations/{org}/members}: what admins do to members. */
@RestController
@RequestMapping(path = "/organizations/{org}/members", produces = MediaType.APPLICATION_JSON_VALUE)
class MemberController {
    private final Commands commands;
    private final ErasureCertificates certificates;

    MemberController(Commands commands, ErasureCertificates certificates) {
        this.commands = commands;
        this.certificates = certificates;
    }

    /**
     * Whom to invite.
     *
     * @param name   as they are to be called
     * @param email  where the letter goes, and what they must have verified to accept
     * @param reason why, for the history
     */
    record Invitation(@NotNull @NameText String name, @NotNull @EmailAddressText String email, @NotNull Role role,
            @Nullable @ReasonText String reason) {}

    /**
     * What a member is from now on.
     *
     * @param reason why, for the history
     */
    record RoleChange(@NotNull Role role, @Nullable @ReasonText String reason) {}

    /**
     * Why it is done, in the words of whoever does it.
     *
     * @param reason for the history
     */
    record Reason(@Nullable @ReasonText String reason) {}

    /** Invites somebody. They and the inviter get a letter each; theirs has the link that {@code invitation.accept} and {@code invitation.decline} take. */
    @PostMapping
    @Answered(status = 201, with = MemberAnswer.class, unless = {EmailTaken.class, LimitReached.class})
    ResponseEntity<Object> invite(Organization organization, @Valid @RequestBody Invitation invitation, CommandRequest request) {
        var command = new InviteMember(UuidV7.next(), UuidV7.next(), organization, Name.of(invitation.name),
                EmailAddress.of(invitation.email), invitation.role);
        return Answers.response(commands.send(request.because(invitation.reason), command, outcome -> Answer.created(
                "/organizations/" + organization.slug() + "/members/" + command.memberId(),
                MemberAnswer.invited(outcome.recorded(MemberInvited.class)))));
    }

    /** Invites again whoever has not accepted yet. The links of earlier letters are dead from now on. */
    @PostMapping("/{member}/invitation/resend")
    @Answered(with = MemberAnswer.Invited.class, unless = {MemberNotInvited.class, EmailTaken.class, LimitReached.class})
    ResponseEntity<Object> resend(Organization organization, @PathVariable UUID member,
            @Valid @RequestBody(required = false) @Nullable Reason reason, CommandRequest request) {
        return Answers.response(commands.send(because(request, reason), new ResendInvitation(member, organization.id()),
                outcome -> Answer.ok(MemberAnswer.resent(outcome.recorded(InvitationResent.class)))));
    }

    /** Takes a pending invitation back. The address is free again. */
    @PostMapping("/{member}/invitation/revoke")
    @Answered(status = 204, with = Void.class, unless = InvitationNotPending.class)
    ResponseEntity<Object> revoke(Organization organization, @PathVariable UUID member,
            @Valid @RequestBody(required = false) @Nullable Reason reason, CommandRequest request) {
        return send(because(request, reason), new RevokeInvitation(member, organization.id()));
    }

    /** Gives a member another role. */
    @PutMapping("/{member}/role")
    @Answered(status = 204, with = Void.class, unless = {LastAdmin.class, Conflict.class})
    ResponseEntity<Object> changeRole(Organization organization, @PathVariable UUID member, @Valid @RequestBody RoleChange change,
            CommandRequest request) {
        return send(request.because(change.reason), new ChangeMemberRole(member, organization.id(), change.role));
    }

    /** Suspends an active member, who may do nothing until reactivated. */
    @PostMapping("/{member}/suspend")
    @Answered(status = 204, with = Void.class, unless = {LastAdmin.class, Conflict.class})
    ResponseEntity<Object> suspend(Organization organization, @PathVariable UUID member,
            @Valid @RequestBody(required = false) @Nullable Reason reason, CommandRequest request) {
        return send(because(request, reason), new SuspendMember(member, organization.id()));
    }

    /** Lets a suspended member be active again. */
    @PostMapping("/{member}/reactivate")
    @Answered(status = 204, with = Void.class, unless = Conflict.class)
    ResponseEntity<Object> reactivate(Organization organization, @PathVariable UUID member,
            @Valid @RequestBody(required = false) @Nullable Reason reason, CommandRequest request) {
        return send(because(request, reason), new ReactivateMember(member, organization.id()));
    }

    /**
     * Deletes a member for good, or lets one leave. Their address is free again, and their personal tokens are revoked.
     *
     * @param reason why, for the history
     */
    @DeleteMapping("/{member}")
    @Answered(status = 204, with = Void.class, unless = LastAdmin.class)
    ResponseEntity<Object> delete(Organization organization, @PathVariable UUID member,
            @RequestParam(required = false) @Nullable @ReasonText String reason, CommandRequest request) {
        return send(request.because(reason), new DeleteMember(member, organization.id()));
    }

    /**
     * Erases a deleted member for good: what names them can be read nowhere any longer, neither here nor in the history. Repeated, it
     * answers with the same certificate.
     */
    @PostMapping("/{member}/erase")
    @Answered(with = ErasureCertificate.class, unless = MemberNotDeleted.class)
    ResponseEntity<Object> erase(Organization organization, @PathVariable UUID member, CommandRequest request) {
        return Answers.response(commands.send(request, new EraseMember(member, organization.id()),
                _ -> Answer.ok(certificates.of(member))));
    }

    private ResponseEntity<Object> send(CommandRequest request, MemberCommand command) {
        return Answers.response(commands.send(request, command, _ -> Answer.noContent()));
    }

    private static CommandRequest because(CommandRequest request, @Nullable Reason reason) {
        return request.because(reason == null ? null : reason.reason);
    }
}
