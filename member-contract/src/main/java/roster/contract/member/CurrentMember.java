package roster.contract.member;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.InvitationStatus;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent;
import roster.contract.event.MemberEvent.AccountLinked;
import roster.contract.event.MemberEvent.AccountUnlinked;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.InvitationDeclined;
import roster.contract.event.MemberEvent.InvitationExpired;
import roster.contract.event.MemberEvent.InvitationIssued;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.InvitationRevoked;
import roster.contract.event.MemberEvent.MemberAccessConfirmed;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberEmailChanged;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberNameChanged;
import roster.contract.event.MemberEvent.MemberReactivated;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberEvent.NewInvitationRequested;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;
import roster.contract.stored.RecordedEvent;

/**
 * A member as of one event. The fold that the views and the state topic share. Deleted members are kept with that status.
 *
 * @param name    null when it can no longer be read, like {@code email}
 * @param since   time at which the invitation was accepted; until then, time of the invitation
 * @param version sequence number of the event
 * @param erased  true when the personal data was erased
 */
public record CurrentMember(UUID memberId, UUID organizationId, @Nullable String name, @Nullable String email, Role role,
        MemberStatus status, Instant since, long version, boolean erased, Invitation invitation) {
    /**
     * The newest invitation.
     *
     * @param issue       counts the e-mails; only the link of the newest is valid
     * @param invitedBy   name of the inviter at that time; null for the first admin
     * @param requestedAt time at which the invitee requested a new invitation, because the newest one had expired
     */
    public record Invitation(UUID invitationId, InvitationStatus status, Instant expiresAt, int issue, @Nullable InvitedBy invitedBy,
            @Nullable Instant requestedAt) {
        private static Invitation of(InvitationIssued it) {
            return new Invitation(it.invitationId(), InvitationStatus.PENDING, it.expiresAt(), it.issue(), InvitedBy.of(it.inviter()),
                    null);
        }

        public boolean isPending() {
            return status == InvitationStatus.PENDING;
        }

        /** True when it is pending but past its expiry, which is not recorded yet. */
        public boolean isOverdue(Instant now) {
            return isPending() && !now.isBefore(expiresAt);
        }

        private Invitation with(InvitationStatus now) {
            return new Invitation(invitationId, now, expiresAt, issue, invitedBy, requestedAt);
        }

        private Invitation requested(Instant at) {
            return new Invitation(invitationId, status, expiresAt, issue, invitedBy, at);
        }
    }

    /** The inviter of a member. */
    public record InvitedBy(UUID memberId, @Nullable String name) {
        private static @Nullable InvitedBy of(@Nullable Inviter inviter) {
            return inviter == null ? null : new InvitedBy(inviter.memberId(), inviter.name());
        }
    }

    /**
     * Returns the member after an event.
     *
     * @throws IllegalStateException when it is not the next event of the member, so that one was missed or applied twice
     */
    public static CurrentMember evolve(@Nullable CurrentMember was, RecordedEvent recorded) {
        return evolve(was, (MemberEvent) recorded.event(), recorded.sequence(), recorded.recordedAt());
    }

    /** As {@link #evolve(CurrentMember, RecordedEvent)}, for an event that is not recorded yet. */
    public static CurrentMember evolve(@Nullable CurrentMember was, MemberEvent event, long sequence, Instant at) {
        if (sequence != (was == null ? 0 : was.version + 1)) {
            throw unexpected(event, sequence);
        }
        var now = was == null ? first(event, at) : was.after(event, at);
        return now.at(sequence);
    }

    private static CurrentMember first(MemberEvent event, Instant at) {
        if (event instanceof MemberInvited it) {
            return new CurrentMember(it.memberId(), it.organization().id(), it.name(), it.email(), it.role(), MemberStatus.INVITED, at, 0,
                    false, Invitation.of(it));
        }
        throw unexpected(event, 0);
    }

    private CurrentMember after(MemberEvent event, Instant at) {
        return switch (event) {
            case MemberInvited _ -> throw unexpected(event, version + 1);
            case InvitationResent it -> resent(it);
            case InvitationAccepted it -> accepted(it, at);
            case InvitationDeclined _ -> with(MemberStatus.DELETED).with(InvitationStatus.DECLINED);
            case InvitationRevoked _ -> with(MemberStatus.DELETED).with(InvitationStatus.REVOKED);
            case InvitationExpired _ -> with(InvitationStatus.EXPIRED);
            case NewInvitationRequested _ -> with(invitation.requested(at));
            case MemberNameChanged it -> named(it.to());
            case MemberEmailChanged it -> writtenToAt(it.to());
            case MemberRoleChanged it -> with(it.to());
            case MemberAccessConfirmed _,AccountLinked _,AccountUnlinked _ -> this;
            case MemberSuspended _ -> with(MemberStatus.SUSPENDED);
            case MemberReactivated _ -> with(MemberStatus.ACTIVE);
            case MemberDeleted _ -> deleted();
            case MemberErased _ -> asErased();
        };
    }

    private CurrentMember resent(InvitationResent it) {
        return new CurrentMember(memberId, organizationId, it.name(), it.email(), it.role(), status, since, version, erased,
                Invitation.of(it));
    }

    private CurrentMember accepted(InvitationAccepted it, Instant at) {
        return new CurrentMember(memberId, organizationId, name, email, it.role(), MemberStatus.ACTIVE, at, version, erased,
                invitation.with(InvitationStatus.ACCEPTED));
    }

    /** The invitation of a deleted invitee can no longer be accepted. */
    private CurrentMember deleted() {
        var deleted = with(MemberStatus.DELETED);
        return invitation.isPending() ? deleted.with(InvitationStatus.REVOKED) : deleted;
    }

    /** The same member without personal data. */
    public CurrentMember asErased() {
        return new CurrentMember(memberId, organizationId, null, null, role, status, since, version, true, invitation);
    }

    private CurrentMember named(@Nullable String now) {
        return new CurrentMember(memberId, organizationId, now, email, role, status, since, version, erased, invitation);
    }

    private CurrentMember writtenToAt(@Nullable String now) {
        return new CurrentMember(memberId, organizationId, name, now, role, status, since, version, erased, invitation);
    }

    private CurrentMember with(Role now) {
        return new CurrentMember(memberId, organizationId, name, email, now, status, since, version, erased, invitation);
    }

    private CurrentMember with(MemberStatus now) {
        return new CurrentMember(memberId, organizationId, name, email, role, now, since, version, erased, invitation);
    }

    private CurrentMember with(InvitationStatus now) {
        return with(invitation.with(now));
    }

    private CurrentMember with(Invitation now) {
        return new CurrentMember(memberId, organizationId, name, email, role, status, since, version, erased, now);
    }

    private CurrentMember at(long sequence) {
        return new CurrentMember(memberId, organizationId, name, email, role, status, since, sequence, erased, invitation);
    }

    private static IllegalStateException unexpected(MemberEvent event, long sequence) {
        return new IllegalStateException("event " + sequence + " of member " + event.memberId() + " does not follow the ones before it");
    }
}
