package roster.query.difference;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.MemberStatus;
import roster.contract.member.CurrentMember;
import roster.contract.word.Word;
import roster.query.member.MemberRow;
import roster.query.members.MemberView;
import roster.query.members.Visibility;

/**
 * A member who is not the same at two moments.
 *
 * @param before the member at the first moment; null when there was no such member
 * @param after  the member at the second moment
 */
record MemberDifference(UUID memberId, Change change, @Nullable MemberView before, MemberView after) {
    private static final Visibility ALL = new Visibility(true, true);

    /** Kind of a difference. An invited member counts as a member, a deleted one does not. */
    enum Change implements Word {
        JOINED,
        LEFT,
        CHANGED
    }

    /** Empty where name, address, role and status are the same, and for a member at neither moment. */
    static Optional<MemberDifference> between(@Nullable MemberRow before, MemberRow after) {
        return change(before == null ? null : before.member(), after.member())
                .map(it -> new MemberDifference(after.member().memberId(), it, before == null ? null : MemberView.of(before, ALL),
                        MemberView.of(after, ALL)));
    }

    private static Optional<Change> change(@Nullable CurrentMember before, CurrentMember after) {
        if (isMember(before) != isMember(after)) {
            return Optional.of(isMember(after) ? Change.JOINED : Change.LEFT);
        }
        return before == null || !isMember(after) || isSame(before, after) ? Optional.empty() : Optional.of(Change.CHANGED);
    }

    private static boolean isMember(@Nullable CurrentMember it) {
        return it != null && it.status() != MemberStatus.DELETED;
    }

    private static boolean isSame(CurrentMember one, CurrentMember other) {
        return one.role() == other.role() && one.status() == other.status() && Objects.equals(one.name(), other.name())
                && Objects.equals(one.email(), other.email());
    }
}
