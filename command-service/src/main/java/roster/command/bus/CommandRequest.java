package roster.command.bus;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.access.control.Caller;
import roster.contract.event.EventMetadata;

/**
 * Envelope of a command: caller, conditions, and the data that is stored with its events.
 *
 * @param onBehalfOf the member in whose name the caller acts; null for none
 * @param ifMatch    null for no condition
 */
public record CommandRequest(Caller caller, @Nullable Caller onBehalfOf, @Nullable IfMatch ifMatch, @Nullable String reason,
        @Nullable String requestId, String correlationId, @Nullable String clientAddress, @Nullable String traceparent) {
    /** A request of Roster itself, for scheduled work. */
    public static CommandRequest ofSystem() {
        return new CommandRequest(Caller.SYSTEM, null, null, null, null, UUID.randomUUID().toString(), null, null);
    }

    /** The same request with the caller's reason. */
    public CommandRequest because(@Nullable String why) {
        return new CommandRequest(caller, onBehalfOf, ifMatch, why, requestId, correlationId, clientAddress,
                traceparent);
    }

    /** The same request with another caller, identified by its content. */
    public CommandRequest by(Caller known) {
        return new CommandRequest(known, null, ifMatch, reason, requestId, correlationId, clientAddress,
                traceparent);
    }

    /** The same request as part of a trace. */
    CommandRequest within(@Nullable String span) {
        return new CommandRequest(caller, onBehalfOf, ifMatch, reason, requestId, correlationId, clientAddress, span);
    }

    /** The same request for a command on another aggregate, without the condition. */
    CommandRequest unconditionally() {
        return new CommandRequest(caller, onBehalfOf, null, reason, requestId, correlationId, clientAddress, traceparent);
    }

    /** A request of Roster itself that is part of carrying out this one. */
    CommandRequest bySystem() {
        return new CommandRequest(Caller.SYSTEM, null, null, null, requestId, correlationId, null, traceparent);
    }

    EventMetadata metadata(UUID organizationId, String causationId) {
        var named = onBehalfOf == null ? null : onBehalfOf.memberId();
        return new EventMetadata(organizationId, caller.actor(), named, reason, correlationId, causationId, requestId,
                clientAddress, traceparent);
    }
}
