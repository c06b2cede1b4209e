package roster.command.member;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import roster.command.bus.Command;
import roster.command.bus.Consequence;
import roster.command.member.MemberCommand.InviterRemoval;
import roster.command.member.MemberCommand.ResendInvitation;
import roster.command.member.MemberCommand.RevokeInvitation;
import roster.command.membership.Memberships;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberStatus;
import roster.eventstore.NewEvent;

/** Revokes pending invitations when their inviter may no longer invite, or resends them in the name of the member who takes them over. */
@Component
class EndsWithInviter implements Consequence {
    private final Memberships memberships;

    EndsWithInviter(Memberships memberships) {
        this.memberships = memberships;
    }

    @Override
    public Stream<Command> of(Command cause, NewEvent decided) {
        return switch (decided.event()) {
            case MemberDeleted it when it.from() != MemberStatus.INVITED -> end(cause, it.memberId());
            case MemberSuspended it -> end(cause, it.memberId());
            case MemberRoleChanged it when it.from().mayInvite() && !it.to().mayInvite() -> end(cause, it.memberId());
            default -> Stream.empty();
        };
    }

    private Stream<Command> end(Command cause, UUID inviter) {
        var organization = cause.organizationId();
        var takesOver = cause instanceof InviterRemoval removal && removal.takesOverInvitations();
        return memberships.pendingInvitationsOf(organization, inviter).stream().map(invited -> takesOver
                ? new ResendInvitation(invited, organization)
                : new RevokeInvitation(invited, organization));
    }

    @Override
    public Optional<String> reason() {
        return Optional.of("inviter removed");
    }
}
