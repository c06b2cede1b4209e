package roster.contract.event;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Metadata of an event.
 *
 * @param onBehalfOf    the member in whose name the actor acted; null for none
 * @param correlationId shared by all events that one external request causes
 * @param causationId   the command that caused the event
 * @param requestId     the HTTP request of the command
 * @param clientAddress IP address of the client
 * @param traceparent   W3C trace context
 */
public record EventMetadata(UUID organizationId, Actor actor, @Nullable UUID onBehalfOf, @Personal("subject") @Nullable String reason,
        String correlationId,
        String causationId, @Nullable String requestId, @Personal("actor") @Nullable String clientAddress, @Nullable String traceparent) {
    /** The member who acted, or in whose name the actor acted. */
    public Optional<UUID> actingMember() {
        return actor.kind() == Actor.Kind.MEMBER ? Optional.of(UUID.fromString(actor.id())) : Optional.ofNullable(onBehalfOf);
    }

    /** Metadata for consequences of the same request, with Roster as the actor. */
    public EventMetadata bySystem() {
        return new EventMetadata(organizationId, Actor.SYSTEM, null, null, correlationId, causationId, requestId, null, traceparent);
    }
}
