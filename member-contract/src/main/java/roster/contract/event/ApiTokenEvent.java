package roster.contract.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.role.Scope;

/** The life of an API token. Its secret is in no event. */
public sealed interface ApiTokenEvent extends Event {
    UUID tokenId();

    @Override
    default UUID aggregateId() {
        return tokenId();
    }

    /**
     * @param ownerId   the member whose rights a personal token has a part of; null for an organization's
     * @param expiresAt null for a token that is good until it is revoked
     */
    @StoredAs("api_token.created")
    record ApiTokenCreated(UUID tokenId, ApiTokenKind kind, @Nullable UUID ownerId, @Personal("owner") @Nullable String name,
            List<Scope> scopes,
            @Nullable Instant expiresAt) implements ApiTokenEvent {}

    /** @param ownerId as above */
    @StoredAs("api_token.revoked")
    record ApiTokenRevoked(UUID tokenId, @Nullable UUID ownerId) implements ApiTokenEvent {}
}
