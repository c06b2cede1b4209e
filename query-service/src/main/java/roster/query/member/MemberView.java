package roster.query.member;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.InvitationMailEvent;
import roster.contract.event.InvitationStatus;
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
import roster.contract.event.MemberStatus;
import roster.contract.event.RecordedEvent;
import roster.contract.role.Role;

/**
 * What the Members page shows of one member. The deleted stay, as such.
 *
 * @param name    null when it can no longer be read, as is {@code email}
 * @param since   a member since, which is when the invitation was accepted; until then, invited since
 * @param version the sequence number of the last event
 * @param erased  whether what named the person was given up for good
 */
public record MemberView(UUID memberId, UUID organizationId, @Nullable String name, @Nullable String email, Role role, MemberStatus status,
        Instant since, long version, boolean erased, Invitation invitation) {
    /**
     * @param issue       counts the letters, of which only the newest has a living link
     * @param invitedBy   as they were called then; nobody, for the first admin
     * @param requestedAt when the invitee asked for another letter, because the newest one had expired
     */
    public record Invitation(UUID invitationId, InvitationStatus status, Instant expiresAt, int issue, @Nullable InvitedBy invitedBy,
            @Nullable Instant requestedAt, InvitationMails mail) {
        Invitation with(InvitationStatus now) {
            return new Invitation(invitationId, now, expiresAt, issue, invitedBy, requestedAt, mail);
        }

        Invitation requested(Instant at) {
            return new Invitation(invitationId, status, expiresAt, issue, invitedBy, at, mail);
        }

        Invitation with(InvitationMails now) {
            return new Invitation(invitationId, status, expiresAt, issue, invitedBy, requestedAt, now);
        }
    }

    public record InvitedBy(UUID memberId, @Nullable String name) {
        private static @Nullable InvitedBy of(@Nullable Inviter inviter) {
            return inviter == null ? null : new InvitedBy(inviter.memberId(), inviter.name());
        }
    }

    /** @throws IllegalStateException when it is not the event that comes next, for then something has been missed or seen twice */
    public static MemberView evolve(@Nullable MemberView was, RecordedEvent recorded) {
        requireNext(was, recorded);
        var now = was == null ? first(recorded) : was.after(recorded);
        return now.at(recorded.sequence());
    }

    /**
     * News of a letter. The version is the member's own, and stays.
     *
     * @throws IllegalStateException when it is not the news that come next
     */
    public static MemberView mailed(@Nullable MemberView was, RecordedEvent recorded) {
        var event = (InvitationMailEvent) recorded.event();
        if (was == null || recorded.sequence() != was.invitation.mail.heard() || event.issue() > was.invitation.issue) {
            throw unexpected(recorded);
        }
        var mail = was.invitation.mail;
        return was.with(was.invitation.with(
                event.issue() < was.invitation.issue ? mail.afterOldNews() : mail.after(event, recorded.recordedAt())));
    }

    private static MemberView first(RecordedEvent recorded) {
        if (recorded.event() instanceof MemberInvited it) {
            return invited(it, recorded);
        }
        throw unexpected(recorded);
    }

    private static MemberView invited(MemberInvited it, RecordedEvent recorded) {
        return new MemberView(it.memberId(), it.organization().id(), it.name(), it.email(), it.role(), MemberStatus.INVITED,
                recorded.recordedAt(), 0, false,
                new Invitation(it.invitationId(), InvitationStatus.PENDING, it.expiresAt(), 1, InvitedBy.of(it.inviter()), null,
                        InvitationMails.NONE));
    }

    private MemberView after(RecordedEvent recorded) {
        return switch ((MemberEvent) recorded.event()) {
            case MemberInvited _ -> throw unexpected(recorded);
            case InvitationResent it -> resent(it);
            case InvitationAccepted it -> accepted(it, recorded.recordedAt());
            case InvitationDeclined _ -> with(MemberStatus.DELETED).with(InvitationStatus.DECLINED);
            case InvitationRevoked _ -> with(MemberStatus.DELETED).with(InvitationStatus.REVOKED);
            case InvitationExpired _ -> with(InvitationStatus.EXPIRED);
            case NewInvitationRequested _ -> with(invitation.requested(recorded.recordedAt()));
            case MemberRoleChanged it -> with(it.to());
            case MemberSuspended _ -> with(MemberStatus.SUSPENDED);
            case MemberReactivated _ -> with(MemberStatus.ACTIVE);
            case MemberDeleted _ -> deleted();
            case MemberErased _ -> unnamed();
        };
    }

    private MemberView resent(InvitationResent it) {
        return new MemberView(memberId, organizationId, it.name(), it.email(), it.role(), status, since, version, erased,
                new Invitation(it.invitationId(), InvitationStatus.PENDING, it.expiresAt(), it.issue(), InvitedBy.of(it.inviter()), null,
                        invitation.mail.replaced()));
    }

    private MemberView accepted(InvitationAccepted it, Instant at) {
        return new MemberView(memberId, organizationId, name, email, it.role(), MemberStatus.ACTIVE, at, version, erased,
                invitation.with(InvitationStatus.ACCEPTED));
    }

    /** Whoever is deleted while invited can accept no more. */
    private MemberView deleted() {
        var deleted = with(MemberStatus.DELETED);
        return invitation.status() == InvitationStatus.PENDING ? deleted.with(InvitationStatus.REVOKED) : deleted;
    }

    /** The same member, erased. */
    public MemberView unnamed() {
        return new MemberView(memberId, organizationId, null, null, role, status, since, version, true, invitation);
    }

    private MemberView with(Role now) {
        return new MemberView(memberId, organizationId, name, email, now, status, since, version, erased, invitation);
    }

    private MemberView with(MemberStatus now) {
        return new MemberView(memberId, organizationId, name, email, role, now, since, version, erased, invitation);
    }

    private MemberView with(InvitationStatus now) {
        return with(invitation.with(now));
    }

    private MemberView with(Invitation now) {
        return new MemberView(memberId, organizationId, name, email, role, status, since, version, erased, now);
    }

    private MemberView at(long sequence) {
        return new MemberView(memberId, organizationId, name, email, role, status, since, sequence, erased, invitation);
    }

    private static void requireNext(@Nullable MemberView was, RecordedEvent recorded) {
        if (recorded.sequence() != (was == null ? 0 : was.version + 1)) {
            throw unexpected(recorded);
        }
    }

    private static IllegalStateException unexpected(RecordedEvent recorded) {
        return new IllegalStateException("the event at position " + recorded.position() + " does not follow the ones before it");
    }
}
