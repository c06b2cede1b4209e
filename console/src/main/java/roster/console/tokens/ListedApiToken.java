package roster.console.tokens;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.console.organization.Membership;
import roster.console.page.PageWords;
import roster.contract.event.Actor;
import roster.contract.event.ApiTokenKind;
import roster.contract.role.Permission;
import roster.contract.role.Scope;

/** An API token from query-service, without its secret. */
record ListedApiToken(UUID tokenId, ApiTokenKind kind, @Nullable UUID ownerId, String name, List<Scope> scopes, Instant createdAt,
        Actor createdBy, @Nullable Instant expiresAt, @Nullable Instant revokedAt, @Nullable Instant lastUsedAt) {
    /** Replaces the missing name of an erased member's token. */
    ListedApiToken {
        name = Objects.requireNonNullElse(name, PageWords.ERASED);
    }

    record Listing(List<ListedApiToken> data, @Nullable String next) {}

    public boolean isPersonal() {
        return kind == ApiTokenKind.PERSONAL;
    }

    /** The member to show: the owner, or else the creator. */
    @Nullable
    public UUID memberId() {
        if (ownerId != null) {
            return ownerId;
        }
        return createdBy.kind() == Actor.Kind.MEMBER ? UUID.fromString(createdBy.id()) : null;
    }

    public List<ScopeChoice> scopeChoices() {
        return scopes.stream().map(ScopeChoice::new).toList();
    }

    /** True for the owner, and for users who may manage members. */
    boolean isRevocable(Membership here) {
        return revokedAt == null && (here.memberId().equals(ownerId) || here.may(Permission.MEMBERS_MANAGE));
    }
}
