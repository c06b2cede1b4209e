package roster.command.publisher;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import roster.contract.event.InvitationStatus;
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
import roster.contract.event.MemberStatus;
import roster.contract.event.RecordedEvent;
import roster.contract.kafka.MemberState;
import roster.contract.role.Role;

/** What the events of one member amount to. */
final class MemberStateFold {
    private @Nullable String name;
    private @Nullable String email;
    private Role role;
    private MemberStatus status = MemberStatus.INVITED;
    private InvitationStatus invitation = InvitationStatus.PENDING;
    private Instant since;

    private MemberStateFold(MemberInvited it, Instant at) {
        name = it.name();
        email = it.email();
        role = it.role();
        since = at;
    }

    /** @param stream from the first event on, without gaps */
    static MemberState of(List<RecordedEvent> stream) {
        var first = stream.getFirst();
        if (!(first.event() instanceof MemberInvited invited)) {
            throw new IllegalStateException("the stream of " + first.aggregateId() + " does not begin with an invitation");
        }
        var fold = new MemberStateFold(invited, first.recordedAt());
        stream.stream().skip(1).forEach(fold::on);
        return fold.state(stream.getLast());
    }

    private void on(RecordedEvent recorded) {
        switch ((MemberEvent) recorded.event()) {
            case MemberInvited _ -> throw new IllegalStateException("invited twice, at position " + recorded.position());
            case InvitationResent it -> resent(it);
            case InvitationAccepted it -> accepted(it, recorded.recordedAt());
            case InvitationDeclined _ -> ended(InvitationStatus.DECLINED);
            case InvitationRevoked _ -> ended(InvitationStatus.REVOKED);
            case InvitationExpired _ -> invitation = InvitationStatus.EXPIRED;
            case NewInvitationRequested _ -> {
            }
            case MemberRoleChanged it -> role = it.to();
            case MemberSuspended _ -> status = MemberStatus.SUSPENDED;
            case MemberReactivated _ -> status = MemberStatus.ACTIVE;
            case MemberDeleted _ -> status = MemberStatus.DELETED;
            case MemberErased _ -> erased();
        }
    }

    private void resent(InvitationResent it) {
        name = it.name();
        email = it.email();
        role = it.role();
        invitation = InvitationStatus.PENDING;
    }

    private void accepted(InvitationAccepted it, Instant at) {
        role = it.role();
        status = MemberStatus.ACTIVE;
        invitation = InvitationStatus.ACCEPTED;
        since = at;
    }

    private void ended(InvitationStatus answer) {
        status = MemberStatus.DELETED;
        invitation = answer;
    }

    private void erased() {
        name = null;
        email = null;
    }

    private MemberState state(RecordedEvent newest) {
        return new MemberState(newest.aggregateId(), newest.organizationId(), name, email, role, status, invitation, since,
                newest.sequence(), newest.position());
    }
}
