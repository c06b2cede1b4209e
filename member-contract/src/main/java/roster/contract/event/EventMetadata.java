package roster.contract.event;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The circumstances of an event.
 *
 * @param onBehalfOf    the member in whose name the actor acted
 * @param correlationId shared by everything that one request of the outside world led to
 * @param causationId   the command that was decided
 * @param requestId     the HTTP request that brought the command
 * @param clientAddress where that request came from
 * @param traceparent   W3C trace context
 */
public record EventMetadata(UUID organizationId, Actor actor, @Nullable UUID onBehalfOf, @Personal("subject") @Nullable String reason,
        String correlationId,
        String causationId, @Nullable String requestId, @Personal("actor") @Nullable String clientAddress, @Nullable String traceparent) {
    /** The member who acted, or in whose name somebody did. */
    public Optional<UUID> actingMember() {
        return actor.kind() == Actor.Kind.MEMBER ? Optional.of(UUID.fromString(actor.id())) : Optional.ofNullable(onBehalfOf);
    }

    /** Of what Roster does by itself to carry out the same request. */
    public EventMetadata bySystem() {
        return new EventMetadata(organizationId, Actor.SYSTEM, null, null, correlationId, causationId, requestId, null, traceparent);
    }
}
