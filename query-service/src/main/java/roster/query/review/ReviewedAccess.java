package roster.query.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.MemberStatus;
import roster.contract.role.Role;
import roster.contract.role.Scope;
import roster.query.member.MemberRow;
import roster.query.token.ApiTokenView;

/**
 * A member or an API token that has access to the organization, or may get it.
 *
 * @param id             id of the member or of the token
 * @param name           null when it can no longer be read, like {@code email}; a token has no address
 * @param status         null for a token
 * @param role           null for a token
 * @param scopes         empty for a member
 * @param ownerId        owner of a personal token, whose permissions limit those of the token
 * @param expiresAt      time at which the token expires
 * @param erased         true when the personal data of the member was erased
 * @param granted        the event that gave the member this role, or created the token
 * @param lastChange     the newest event of the member that is not a confirmation, or of the token
 * @param confirmation   the newest confirmation of the member's access
 * @param lastSignInAt   hour of the last sign-in of a member, as recorded now, also in a review of the past; null for none, and
 *                       where it was not asked for
 * @param lastTokenUseAt minute of the last use of the token, or of any personal token of the member, as recorded now; null for none
 */
record ReviewedAccess(AccessKind kind, UUID id, @Nullable String name, @Nullable String email, @Nullable MemberStatus status,
        @Nullable Role role, List<Scope> scopes, @Nullable UUID ownerId, @Nullable Instant expiresAt, boolean erased, ReviewedEvent granted,
        ReviewedEvent lastChange, @Nullable Confirmation confirmation, @Nullable Instant lastSignInAt, @Nullable Instant lastTokenUseAt) {
    /**
     * A confirmation of a member's access.
     *
     * @param role    role that was confirmed
     * @param current false when the member has got a role since, so that this one was not confirmed
     */
    record Confirmation(Role role, boolean current, ReviewedEvent event) {}

    static ReviewedAccess of(MemberRow row, ReviewedEvent granted, ReviewedEvent lastChange, @Nullable Confirmation confirmation) {
        var it = row.member();
        return new ReviewedAccess(AccessKind.MEMBER, it.memberId(), it.name(), it.email(), it.status(), it.role(), List.of(), null, null,
                it.erased(), granted, lastChange, confirmation, null, null);
    }

    /** A valid token has one event. */
    static ReviewedAccess of(ApiTokenView it, ReviewedEvent created) {
        return new ReviewedAccess(AccessKind.API_TOKEN, it.tokenId(), it.name(), null, null, null, it.scopes(), it.ownerId(),
                it.expiresAt(), false, created, created, null, null, null);
    }

    ReviewedAccess used(@Nullable Instant signedInAt, @Nullable Instant tokenUsedAt) {
        return new ReviewedAccess(kind, id, name, email, status, role, scopes, ownerId, expiresAt, erased, granted, lastChange,
                confirmation,
                signedInAt, tokenUsedAt);
    }
}
