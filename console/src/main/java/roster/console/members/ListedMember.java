package roster.console.members;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.console.page.PageWords;
import roster.contract.event.InvitationStatus;
import roster.contract.event.MemberStatus;
import roster.contract.mail.MailFailure;
import roster.contract.role.Role;

/** A member from query-service. */
public record ListedMember(UUID memberId, String name, String email, Role role, MemberStatus status, Instant since, long version,
        Invitation invitation) {
    /** Replaces the missing name and address of an erased member. */
    public ListedMember {
        name = Objects.requireNonNullElse(name, PageWords.ERASED_MEMBER);
        email = Objects.requireNonNullElse(email, "");
    }

    /** @param requestedAt time at which the invitee requested a new invitation after this one had expired; null when they did not */
    public record Invitation(InvitationStatus status, Instant expiresAt, @Nullable InvitedBy invitedBy, @Nullable Instant requestedAt,
            @Nullable Mails mail) {}

    /** Delivery results of the newest e-mails; null until a result is known. */
    public record Mails(@Nullable Mail invitee, @Nullable Mail inviter) {}

    public record Mail(String status, Instant at, @Nullable MailFailure failure) {}

    public record InvitedBy(UUID memberId, String name) {
        public InvitedBy { name = Objects.requireNonNullElse(name, PageWords.ERASED_MEMBER); }
    }

    record Listing(List<ListedMember> data, @Nullable String next) {}

    public boolean isErased() {
        return email.isEmpty();
    }

    public boolean isPending() {
        return status == MemberStatus.INVITED && invitation.status() == InvitationStatus.PENDING;
    }

    /** Failure of the e-mail with the link, while the invitation is pending. */
    public @Nullable MailFailure mailFailure() {
        var mail = invitation.mail() == null ? null : invitation.mail().invitee();
        return isPending() && mail != null ? mail.failure() : null;
    }

    public boolean isExpired() {
        return status == MemberStatus.INVITED && invitation.status() == InvitationStatus.EXPIRED;
    }
}
