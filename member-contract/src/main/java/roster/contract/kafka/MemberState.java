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
 * @param name     null when it can no longer be read, like the address
 * @param since    time at which the invitation was accepted; until then, time of the invitation
 * @param version  sequence number of that event
 * @param position position of that event
 */
public record MemberState(UUID memberId, UUID organizationId, @Nullable String name, @Nullable String email, Role role,
        MemberStatus status, InvitationStatus invitationStatus, Instant since, long version, long position) {
    /** @param position position of the member's newest event */
    public static MemberState of(CurrentMember it, long position) {
        return new MemberState(it.memberId(), it.organizationId(), it.name(), it.email(), it.role(), it.status(), it.invitation().status(),
                it.since(), it.version(), position);
    }

    /** True for an ended membership, whose record has no value. */
    public boolean hasEnded() {
        return status == MemberStatus.DELETED;
    }
}
