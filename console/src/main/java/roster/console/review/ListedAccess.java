package roster.console.review;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import roster.console.history.HistoryItem;
import roster.console.history.HistoryLine;
import roster.console.history.What;
import roster.console.page.PageWords;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;

/**
 * A line of an access review from query-service: a member, or an API token.
 *
 * @param role   null for a token, like {@code status}
 * @param scopes names of the scopes of a token
 */
record ListedAccess(String kind, UUID id, String name, String email, @Nullable MemberStatus status, @Nullable Role role,
        List<String> scopes,
        @Nullable UUID ownerId, @Nullable Instant expiresAt, HistoryItem granted, HistoryItem lastChange,
        @Nullable Confirmation confirmation,
        @Nullable Instant lastSignInAt, @Nullable Instant lastTokenUseAt) {
    /** Replaces what is missing of an erased member, and of the token of one. */
    ListedAccess {
        name = Objects.requireNonNullElse(name, kind.equals("member") ? PageWords.ERASED_MEMBER : PageWords.ERASED);
        email = Objects.requireNonNullElse(email, "");
    }

    /** @param current false when the member has got another role since */
    record Confirmation(Role role, boolean current, HistoryItem event) {}

    record Page(List<ListedAccess> data, @Nullable String next, String position) {}

    public boolean isMember() {
        return kind.equals("member");
    }

    public boolean isActive() {
        return status == MemberStatus.ACTIVE;
    }

    public boolean isDeleted() {
        return status == MemberStatus.DELETED;
    }

    /** The author of an event of the line, as words within a sentence. */
    public String by(HistoryItem event) {
        var named = event.actor() != null && event.actor().kind().equals("member") && event.actor().name() != null;
        var who = HistoryLine.who(event.actor());
        return named || who.startsWith("API") || who.equals("Roster") ? who : StringUtils.uncapitalize(who);
    }

    /** The kind of the last change, as a title. */
    public String change() {
        return What.title(lastChange.type());
    }
}
