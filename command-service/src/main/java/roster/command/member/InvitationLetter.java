package roster.command.member;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.InvitationDeclined;
import roster.contract.event.MemberEvent.InvitationExpired;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.InvitationRevoked;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberReactivated;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberEvent.NewInvitationRequested;
import roster.contract.role.Role;

/**
 * The newest letter of an invitation, and what became of it since.
 *
 * @param role that accepting would give: the one in the letter may have been changed
 */
record InvitationLetter(String organization, @Nullable Inviter inviter, @Nullable String name, @Nullable String email, Role role,
        Invitation invitation) {
    /** @param was null before the first event */
    static InvitationLetter evolve(@Nullable InvitationLetter was, MemberEvent event) {
        return was == null ? of((MemberInvited) event) : was.after(event);
    }

    private static InvitationLetter of(MemberInvited it) {
        return new InvitationLetter(it.organization().name(), it.inviter(), it.name(), it.email(), it.role(), Invitation.of(it));
    }

    private InvitationLetter after(MemberEvent event) {
        var now = new InvitationLetter(organization, inviter, name, email, role, invitation.after(event));
        return switch (event) {
            case MemberInvited it -> of(it);
            case InvitationResent it -> new InvitationLetter(it.organization().name(), it.inviter(), it.name(), it.email(), it.role(),
                    now.invitation);
            case MemberRoleChanged it -> new InvitationLetter(organization, inviter, name, email, it.to(), now.invitation);
            case InvitationAccepted _,InvitationDeclined _,InvitationRevoked _,InvitationExpired _ -> now;
            case NewInvitationRequested _,MemberSuspended _,MemberReactivated _,MemberDeleted _,MemberErased _ -> now;
        };
    }
}
