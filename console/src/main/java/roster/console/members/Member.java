package roster.console.members;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.console.page.Words;
import roster.contract.event.InvitationStatus;
import roster.contract.event.MailFailure;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;

/** A member as query-service answers. */
public record Member(UUID memberId, String name, String email, Role role, MemberStatus status, Instant since, long version,
        Invitation invitation) {
    /** Of an erased member, what named them can be read nowhere. */
    public Member {
        name = Objects.requireNonNullElse(name, Words.ERASED_MEMBER);
        email = Objects.requireNonNullElse(email, "");
    }

    /** @param requestedAt when the invitee asked for a new one, after this had expired */
    public record Invitation(InvitationStatus status, Instant expiresAt, @Nullable InvitedBy invitedBy, @Nullable Instant requestedAt,
            @Nullable Mails mail) {}

    /** What became of the newest letters; null while one is on its way. */
    public record Mails(@Nullable Mail invitee, @Nullable Mail inviter) {}

    public record Mail(String status, Instant at, @Nullable MailFailure failure) {}

    public record InvitedBy(UUID memberId, String name) {
        public InvitedBy { name = Objects.requireNonNullElse(name, Words.ERASED_MEMBER); }
    }

    record Listing(List<Member> data, @Nullable String next) {}

    public boolean isErased() {
        return email.isEmpty();
    }

    public boolean isPending() {
        return status == MemberStatus.INVITED && invitation.status() == InvitationStatus.PENDING;
    }

    /** Why the letter with the link has not left, while that matters. */
    public @Nullable MailFailure mailFailure() {
        var mail = invitation.mail() == null ? null : invitation.mail().invitee();
        return isPending() && mail != null ? mail.failure() : null;
    }

    public boolean isExpired() {
        return status == MemberStatus.INVITED && invitation.status() == InvitationStatus.EXPIRED;
    }
}
