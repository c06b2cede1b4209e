package roster.command.member;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import roster.access.document.Rejections;
import roster.command.erasure.ErasureCertificate;
import roster.command.erasure.ErasureCertificates;
import roster.command.http.Answer;
import roster.command.http.CommandSender;
import roster.command.http.Created;
import roster.command.member.MemberCommand.ChangeMemberEmail;
import roster.command.member.MemberCommand.ChangeMemberName;
import roster.command.member.MemberCommand.ChangeMemberRole;
import roster.command.member.MemberCommand.ConfirmMemberAccess;
import roster.command.member.MemberCommand.DeleteMember;
import roster.command.member.MemberCommand.EraseMember;
import roster.command.member.MemberCommand.InviteMember;
import roster.command.member.MemberCommand.ReactivateMember;
import roster.command.member.MemberCommand.ResendInvitation;
import roster.command.member.MemberCommand.RevokeInvitation;
import roster.command.member.MemberCommand.SuspendMember;
import roster.command.rejection.Rejection.EmailTaken;
import roster.command.rejection.Rejection.InvitationNotPending;
import roster.command.rejection.Rejection.LastAdmin;
import roster.command.rejection.Rejection.LimitReached;
import roster.command.rejection.Rejection.MemberAlreadyDeleted;
import roster.command.rejection.Rejection.MemberNotActive;
import roster.command.rejection.Rejection.MemberNotDeleted;
import roster.command.rejection.Rejection.MemberNotInvited;
import roster.command.rejection.Rejection.MemberNotSuspended;
import roster.command.rejection.Rejection.MemberUnreadable;
import roster.command.rejection.Rejection.RoleDiffers;
import roster.command.store.UuidV7;
import roster.command.text.EmailAddressText;
import roster.command.text.Name;
import roster.command.text.NameText;
import roster.command.text.ReasonText;
import roster.contract.email.EmailAddress;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.Organization;
import roster.contract.role.Role;

/** {@code /organizations/{org}/members}: commands on members. */
@RestController
@RequestMapping(path = "/organizations/{org}/members", produces = MediaType.APPLICATION_JSON_VALUE)
class MemberController {
    private final ErasureCertificates certificates;

    MemberController(ErasureCertificates certificates) {
        this.certificates = certificates;
    }

    /**
     * An invitation.
     *
     * @param name   name of the member
     * @param email  address that the invitation e-mail is sent to, and that the invitee must have verified to accept
     * @param reason reason, for the history
     */
    record Invitation(@NotNull @NameText String name, @NotNull @EmailAddressText String email, @NotNull Role role,
            @Nullable @ReasonText String reason) {}

    /**
     * A change of role.
     *
     * @param reason              reason, for the history
     * @param takeOverInvitations when the new role may not invite: true resends the member's pending invitations in the caller's name, with
     *                            new links; by default they are revoked
     */
    record RoleChange(@NotNull Role role, @Nullable @ReasonText String reason, @Nullable Boolean takeOverInvitations) {}

    /**
     * A confirmation of the access of a member.
     *
     * @param role   the role that is confirmed, which must be the role of the member
     * @param reason reason, for the history
     */
    record Confirmation(@NotNull Role role, @Nullable @ReasonText String reason) {}

    /**
     * A suspension.
     *
     * @param reason              reason, for the history
     * @param takeOverInvitations true resends the member's pending invitations in the caller's name, with new links; by default they are
     *                            revoked
     */
    record Suspension(@Nullable @ReasonText String reason, @Nullable Boolean takeOverInvitations) {}

    /**
     * A change of name.
     *
     * @param reason reason, for the history
     */
    record NameChange(@NotNull @NameText String name, @Nullable @ReasonText String reason) {}

    /**
     * A change of address.
     *
     * @param email  new address for e-mails; an invited member must have verified it to accept
     * @param reason reason, for the history
     */
    record EmailChange(@NotNull @EmailAddressText String email, @Nullable @ReasonText String reason) {}

    /**
     * The caller's reason for a command.
     *
     * @param reason reason, for the history
     */
    record Reason(@Nullable @ReasonText String reason) {}

    /** Invites a person. Invitee and inviter get an e-mail each; the invitee's has the link for {@code invitation.accept} and {@code invitation.decline}. */
    @PostMapping
    @Rejections({EmailTaken.class, LimitReached.class})
    Created<MemberAnswer> invite(Organization organization, @Valid @RequestBody Invitation invitation, CommandSender sender) {
        var command = new InviteMember(UuidV7.next(), UuidV7.next(), organization, Name.of(invitation.name),
                EmailAddress.of(invitation.email), invitation.role);
        return sender.because(invitation.reason).create(command, "/organizations/" + organization.slug() + "/members/" + command.memberId(),
                outcome -> MemberAnswer.invited(outcome.recorded(MemberInvited.class)));
    }

    /** Resends the invitation of a member who has not accepted yet. The links of earlier e-mails stop working. */
    @PostMapping("/{member}/invitation/resend")
    @Rejections({MemberNotInvited.class, EmailTaken.class, LimitReached.class, MemberUnreadable.class})
    Answer<MemberAnswer.Invited> resend(Organization organization, @PathVariable UUID member,
            @Valid @RequestBody(required = false) @Nullable Reason reason, CommandSender sender) {
        return because(reason, sender).send(new ResendInvitation(member, organization.id()),
                outcome -> MemberAnswer.resent(outcome.recorded(InvitationResent.class)));
    }

    /** Revokes a pending invitation. The address can be invited again. */
    @PostMapping("/{member}/invitation/revoke")
    @Rejections(InvitationNotPending.class)
    Answer<Void> revoke(Organization organization, @PathVariable UUID member,
            @Valid @RequestBody(required = false) @Nullable Reason reason, CommandSender sender) {
        return because(reason, sender).send(new RevokeInvitation(member, organization.id()));
    }

    /** Changes the role of a member. When the new role may not invite, pending invitations in the member's name are revoked. */
    @PutMapping("/{member}/role")
    @Rejections({LastAdmin.class, MemberAlreadyDeleted.class, LimitReached.class})
    Answer<Void> changeRole(Organization organization, @PathVariable UUID member, @Valid @RequestBody RoleChange change,
            CommandSender sender) {
        return sender.because(change.reason)
                .send(new ChangeMemberRole(member, organization.id(), change.role, isTrue(change.takeOverInvitations)));
    }

    /**
     * Confirms in a periodic review that the member is to keep the role. The member does not change; the confirmation is in the history, and in
     * the access review.
     */
    @PostMapping("/{member}/access/confirm")
    @Rejections({RoleDiffers.class, MemberAlreadyDeleted.class})
    Answer<Void> confirmAccess(Organization organization, @PathVariable UUID member, @Valid @RequestBody Confirmation confirmation,
            CommandSender sender) {
        return sender.because(confirmation.reason).send(new ConfirmMemberAccess(member, organization.id(), confirmation.role));
    }

    /** Changes the name of a member. Members may change their own. */
    @PutMapping("/{member}/name")
    @Rejections(MemberAlreadyDeleted.class)
    Answer<Void> changeName(Organization organization, @PathVariable UUID member, @Valid @RequestBody NameChange change,
            CommandSender sender) {
        return sender.because(change.reason).send(new ChangeMemberName(member, organization.id(), Name.of(change.name)));
    }

    /**
     * Changes the address of a member. A pending invitation is sent again to the new address, and the links of earlier e-mails stop working.
     * A member who has accepted keeps signing in with the same account, and gets an e-mail at the previous address.
     */
    @PutMapping("/{member}/email")
    @Rejections({EmailTaken.class, LimitReached.class, MemberAlreadyDeleted.class, MemberUnreadable.class})
    Answer<Void> changeEmail(Organization organization, @PathVariable UUID member, @Valid @RequestBody EmailChange change,
            CommandSender sender) {
        return sender.because(change.reason).send(new ChangeMemberEmail(member, organization.id(), EmailAddress.of(change.email)));
    }

    /** Suspends an active member, who has no permissions until reactivated. Pending invitations in the member's name are revoked. */
    @PostMapping("/{member}/suspend")
    @Rejections({LastAdmin.class, MemberNotActive.class, LimitReached.class})
    Answer<Void> suspend(Organization organization, @PathVariable UUID member,
            @Valid @RequestBody(required = false) @Nullable Suspension given, CommandSender sender) {
        var suspension = given == null ? new Suspension(null, null) : given;
        return sender.because(suspension.reason)
                .send(new SuspendMember(member, organization.id(), isTrue(suspension.takeOverInvitations)));
    }

    /** Reactivates a suspended member. */
    @PostMapping("/{member}/reactivate")
    @Rejections(MemberNotSuspended.class)
    Answer<Void> reactivate(Organization organization, @PathVariable UUID member,
            @Valid @RequestBody(required = false) @Nullable Reason reason, CommandSender sender) {
        return because(reason, sender).send(new ReactivateMember(member, organization.id()));
    }

    /**
     * Deletes a member permanently, or lets the caller leave. The address can be invited again. Personal tokens of the member and pending
     * invitations in the member's name are revoked.
     *
     * @param reason              reason, for the history
     * @param takeOverInvitations true resends the invitations in the caller's name instead, with new links
     */
    @DeleteMapping("/{member}")
    @Rejections({LastAdmin.class, LimitReached.class})
    Answer<Void> delete(Organization organization, @PathVariable UUID member,
            @RequestParam(required = false) @Nullable @ReasonText String reason,
            @RequestParam(defaultValue = "false") boolean takeOverInvitations, CommandSender sender) {
        return sender.because(reason).send(new DeleteMember(member, organization.id(), takeOverInvitations));
    }

    /**
     * Erases a deleted member permanently: the person's data becomes unreadable everywhere, including the history. A repeated request gets
     * the same certificate.
     */
    @PostMapping("/{member}/erase")
    @Rejections(MemberNotDeleted.class)
    Answer<ErasureCertificate> erase(Organization organization, @PathVariable UUID member, CommandSender sender) {
        return sender.send(new EraseMember(member, organization.id()), _ -> certificates.of(member));
    }

    private static boolean isTrue(@Nullable Boolean given) {
        return Boolean.TRUE.equals(given);
    }

    private static CommandSender because(@Nullable Reason reason, CommandSender sender) {
        return sender.because(reason == null ? null : reason.reason);
    }
}
