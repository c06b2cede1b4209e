package roster.command.bus;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.EventMetadata;
import roster.http.access.Caller;

/**
 * A command's envelope: who asks, under which conditions, and what is kept of it with the events.
 *
 * @param onBehalfOf the member in whose name the caller asks
 * @param ifMatch    null for no condition
 */
public record CommandRequest(Caller caller, @Nullable UUID onBehalfOf, @Nullable IfMatch ifMatch, @Nullable String reason,
        @Nullable String requestId, String correlationId, @Nullable String clientAddress, @Nullable String traceparent) {
    /** Nobody's: what Roster does because it is time. */
    public static CommandRequest ofSystem() {
        return new CommandRequest(Caller.SYSTEM, null, null, null, null, UUID.randomUUID().toString(), null, null);
    }

    /** The same request, with the words of its caller on why. */
    public CommandRequest because(@Nullable String why) {
        return new CommandRequest(caller, onBehalfOf, ifMatch, why, requestId, correlationId, clientAddress,
                traceparent);
    }

    /** The same request, when something in it tells who sent it. */
    public CommandRequest by(Caller known) {
        return new CommandRequest(known, null, ifMatch, reason, requestId, correlationId, clientAddress,
                traceparent);
    }

    /** What is done to another aggregate, as a part of the same. */
    CommandRequest unconditionally() {
        return new CommandRequest(caller, onBehalfOf, null, reason, requestId, correlationId, clientAddress, traceparent);
    }

    /** What Roster does by itself to carry the request out: for nobody. */
    CommandRequest bySystem() {
        return new CommandRequest(Caller.SYSTEM, null, null, null, requestId, correlationId, null, traceparent);
    }

    @Nullable
    Long expectedVersion() {
        return ifMatch == null ? null : ifMatch.version();
    }

    EventMetadata metadata(UUID organizationId, String causationId) {
        return new EventMetadata(organizationId, caller.actor(), onBehalfOf, reason, correlationId, causationId, requestId,
                clientAddress, traceparent);
    }
}
