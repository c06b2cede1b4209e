package roster.contract.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.role.Scope;

/** Events of an API token. No event contains its secret. */
public sealed interface ApiTokenEvent extends Event {
    UUID tokenId();

    @Override
    default UUID aggregateId() {
        return tokenId();
    }

    /**
     * @param ownerId   the owner of a personal token, whose rights limit it; null for an organization token
     * @param expiresAt null for a token that is valid until it is revoked
     */
    @StoredAs("api_token.created")
    record ApiTokenCreated(UUID tokenId, ApiTokenKind kind, @Nullable UUID ownerId, @Personal("owner") @Nullable String name,
            List<Scope> scopes,
            @Nullable Instant expiresAt) implements ApiTokenEvent {}

    /** @param ownerId the owner of a personal token; null for an organization token */
    @StoredAs("api_token.revoked")
    record ApiTokenRevoked(UUID tokenId, @Nullable UUID ownerId) implements ApiTokenEvent {}
}
