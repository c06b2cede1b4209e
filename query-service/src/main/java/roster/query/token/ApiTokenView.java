package roster.query.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import roster.contract.event.Actor;
import roster.contract.event.ApiTokenEvent;
import roster.contract.event.ApiTokenEvent.ApiTokenCreated;
import roster.contract.event.ApiTokenEvent.ApiTokenRevoked;
import roster.contract.event.ApiTokenKind;
import roster.contract.role.Scope;
import roster.contract.stored.RecordedEvent;

/**
 * An API token without its secret. Revoked tokens are kept with that status.
 *
 * @param ownerId    owner of a personal token; null for a token of the organization
 * @param name       null when it can no longer be read
 * @param onBehalfOf member in whose name it was created
 * @param expiresAt  null when it is valid until it is revoked
 * @param version    sequence number of the last event
 * @param createdPosition position of the event that created it
 * @param revokedPosition position of the event that revoked it; null for none
 * @param lastUsedAt minute of the last request with it; null when there was none. Not of the events, and up to a minute late
 */
public record ApiTokenView(UUID tokenId, UUID organizationId, ApiTokenKind kind, @Nullable UUID ownerId, @Nullable String name,
        List<Scope> scopes,
        Instant createdAt, Actor createdBy, @Nullable UUID onBehalfOf, @Nullable Instant expiresAt, @Nullable Instant revokedAt,
        long version, @JsonIgnore long createdPosition, @JsonIgnore @Nullable Long revokedPosition, @Nullable Instant lastUsedAt) {
    /** @throws IllegalStateException when it is not the next event of the token, so that one was missed or applied twice */
    public static ApiTokenView evolve(@Nullable ApiTokenView was, RecordedEvent recorded) {
        if (recorded.sequence() != (was == null ? 0 : was.version + 1)) {
            throw unexpected(recorded);
        }
        return switch ((ApiTokenEvent) recorded.event()) {
            case ApiTokenCreated it when was == null -> created(it, recorded);
            case ApiTokenRevoked _ when was != null -> was.revoked(recorded);
            case ApiTokenCreated _,ApiTokenRevoked _ -> throw unexpected(recorded);
        };
    }

    private static ApiTokenView created(ApiTokenCreated it, RecordedEvent recorded) {
        var metadata = recorded.metadata();
        return new ApiTokenView(it.tokenId(), recorded.organizationId(), it.kind(), it.ownerId(), it.name(), it.scopes(),
                recorded.recordedAt(), metadata.actor(), metadata.onBehalfOf(), it.expiresAt(), null, 0,
                recorded.position(), null, null);
    }

    private ApiTokenView revoked(RecordedEvent recorded) {
        return new ApiTokenView(tokenId, organizationId, kind, ownerId, name, scopes, createdAt, createdBy, onBehalfOf, expiresAt,
                recorded.recordedAt(), recorded.sequence(), createdPosition, recorded.position(), lastUsedAt);
    }

    ApiTokenView lastUsedAt(@Nullable Instant at) {
        return new ApiTokenView(tokenId, organizationId, kind, ownerId, name, scopes, createdAt, createdBy, onBehalfOf, expiresAt,
                revokedAt, version, createdPosition, revokedPosition, at);
    }

    private static IllegalStateException unexpected(RecordedEvent recorded) {
        return new IllegalStateException("the event at position " + recorded.position() + " does not follow the ones before it");
    }
}
