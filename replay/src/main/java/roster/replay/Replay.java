package roster.replay;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.contract.event.ApiTokenEvent;
import roster.contract.event.InvitationMailEvent;
import roster.contract.event.MemberEvent;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.OrganizationEvent;
import roster.contract.proof.Checksum;

/**
 * The members of one organization as of a moment, folded from the events of its feed in their order. Later events count only where they erase
 * a person.
 */
final class Replay {
    private final AsOf asOf;
    private final Map<UUID, ReplayedMember> members = new TreeMap<>(Comparator.comparing(UUID::toString));
    private final Set<UUID> erased = new HashSet<>();
    private @Nullable UUID organization;
    private Instant orderTime = Instant.MIN;
    private long read;
    private Proven upTo = new Proven(0, 0, Checksum.EMPTY);

    /**
     * The events up to the moment.
     *
     * @param position of the newest one; 0 when there is none
     */
    record Proven(long position, long count, Checksum checksum) {
        private Proven plus(FeedLine line) {
            return new Proven(line.position(), count + 1, checksum.plus(line.proof()));
        }

        @Override
        public String toString() {
            return count + " events up to position " + position + " with the checksum " + checksum;
        }
    }

    Replay(AsOf asOf) {
        this.asOf = asOf;
    }

    /** @throws ReplayFailed when it does not follow the events before it */
    void apply(FeedLine line) {
        if (line.position() <= read) {
            throw new ReplayFailed("position " + line.position() + " comes after position " + read);
        }
        if (organization != null && !organization.equals(line.organization())) {
            throw new ReplayFailed("the events are of more than one organization: " + organization + ", " + line.organization());
        }
        organization = line.organization();
        read = line.position();
        orderTime = line.time().isAfter(orderTime) ? line.time() : orderTime;
        if (line.event() instanceof MemberErased it) {
            erased.add(it.memberId());
        }
        if (asOf.includes(read, orderTime)) {
            upTo = upTo.plus(line);
            fold(line);
        }
    }

    private void fold(FeedLine line) {
        try {
            switch (line.event()) {
                case MemberEvent it -> members.compute(it.memberId(), (_, was) -> ReplayedMember.after(was, it, line));
                case InvitationMailEvent it -> members.compute(it.memberId(), (_, was) -> mailed(was, it, line));
                case OrganizationEvent _,ApiTokenEvent _ -> {
                }
            }
        } catch (IllegalStateException e) {
            throw new ReplayFailed("an event is missing before position " + line.position() + ": " + e.getMessage());
        }
    }

    private static ReplayedMember mailed(@Nullable ReplayedMember was, InvitationMailEvent event, FeedLine line) {
        if (was == null) {
            throw new IllegalStateException("no event of member " + event.memberId() + " came before");
        }
        return was.after(event, line);
    }

    /** The position of the newest event that was read. */
    long read() {
        return read;
    }

    Proven upTo() {
        return upTo;
    }

    /** One line of JSON for each member in the order of ids, deleted ones included. */
    Stream<String> members() {
        return members.entrySet().stream().map(it -> {
            var member = erased.contains(it.getKey()) ? it.getValue().erased() : it.getValue();
            var inviter = member.member().invitation().invitedBy();
            return member.json(inviter != null && erased.contains(inviter.memberId()));
        });
    }
}
