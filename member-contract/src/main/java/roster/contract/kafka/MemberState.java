package roster.contract.kafka;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.InvitationStatus;
import roster.contract.event.MemberStatus;
import roster.contract.member.CurrentMember;
import roster.contract.role.Role;

/**
 * A member as of their newest event.
 *
 * @param name     null when it is no longer readable, and so is the address
 * @param since    a member since, which is when the invitation was accepted; until then, invited since
 * @param version  the sequence number of that event
 * @param position its place in the one order of all events
 */
public record MemberState(UUID memberId, UUID organizationId, @Nullable String name, @Nullable String email, Role role,
        MemberStatus status, InvitationStatus invitationStatus, Instant since, long version, long position) {
    /** @param position of the event that the member is as of */
    public static MemberState of(CurrentMember it, long position) {
        return new MemberState(it.memberId(), it.organizationId(), it.name(), it.email(), it.role(), it.status(), it.invitation().status(),
                it.since(), it.version(), position);
    }

    /** Of an ended membership the topic tells only that it has ended. */
    public boolean hasEnded() {
        return status == MemberStatus.DELETED;
    }
}
