package roster.query.review;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.MemberStatus;
import roster.contract.member.CurrentMember;
import roster.contract.role.Role;
import roster.query.members.MemberFilter;

/**
 * Filter of an access review.
 *
 * @param status null for all but deleted members
 */
record ReviewFilter(UUID organizationId, @Nullable MemberStatus status, @Nullable Role role) {
    MemberFilter ofMembers() {
        return MemberFilter.of(organizationId, status, null, role, null);
    }

    boolean includes(CurrentMember member) {
        boolean wanted = status == null ? member.status() != MemberStatus.DELETED : member.status() == status;
        return wanted && (role == null || member.role() == role);
    }

    /** Tokens have neither status nor role. */
    boolean includesTokens() {
        return status == null && role == null;
    }

    /** The filter as parameters, each with a leading ampersand. */
    String parameters() {
        return (status == null ? "" : "&status=" + status.value()) + (role == null ? "" : "&role=" + role.value());
    }
}
