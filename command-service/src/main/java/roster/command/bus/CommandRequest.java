package roster.command.bus;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.command.access.Caller;
import roster.command.retry.IdempotencyKey;
import roster.contract.event.EventMetadata;

/**
 * A command's envelope: who asks, under which conditions, and what is kept of it with the events.
 *
 * @param dryRun          whether the caller only wants to know what would happen
 * @param expectedVersion of the aggregate, from {@code If-Match}
 * @param idempotencyKey  means nothing to a dry run, which is neither remembered nor answered from memory
 */
public record CommandRequest(Caller caller, boolean dryRun, @Nullable Long expectedVersion, @Nullable IdempotencyKey idempotencyKey,
        @Nullable String reason, String requestId, String correlationId, @Nullable String clientAddress, @Nullable String traceparent) {
    /** The same request, with the words of its caller on why. */
    public CommandRequest because(@Nullable String why) {
        return new CommandRequest(caller, dryRun, expectedVersion, idempotencyKey, why, requestId, correlationId, clientAddress,
                traceparent);
    }

    /** What Roster does by itself to carry the request out: under no condition and for nobody. */
    CommandRequest bySystem() {
        return new CommandRequest(Caller.SYSTEM, dryRun, null, null, null, requestId, correlationId, null, traceparent);
    }

    EventMetadata metadata(UUID organizationId, String causationId) {
        return new EventMetadata(organizationId, caller.actor(), caller.onBehalfOf(), reason, correlationId, causationId, requestId,
                clientAddress, traceparent);
    }
}
