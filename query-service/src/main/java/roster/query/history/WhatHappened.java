package roster.query.history;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;

import roster.contract.event.Actor;

/**
 * An entry of a member's history, as shown to callers.
 *
 * @param position   consistency token of the event
 * @param type       stored name of the event
 * @param onBehalfOf member in whose name the actor acted
 * @param reason     null where none was given; without {@code audit.read}, only the caller's own
 * @param before     changed fields before the event; null for the first event
 * @param after      the same fields after the event
 */
record WhatHappened(long sequence, String position, String type, Instant recordedAt, Who actor, @Nullable ActingMember onBehalfOf,
        @Nullable String reason, @JsonRawValue @Nullable String before, @JsonRawValue String after) {
    /** @param name name that the member had then, or of the token or operator; null for Roster itself and for actors that the caller cannot see */
    record Who(Actor.Kind kind, String id, @Nullable String name) {}

    record ActingMember(UUID memberId, @Nullable String name) {}

    static WhatHappened of(HistoryEntry it, boolean withReason, ActorNames names) {
        var actor = new Who(it.actor().kind(), it.actor().id(), names.of(it.actor(), it.position()));
        var onBehalfOf = it.onBehalfOf() == null ? null
                : new ActingMember(it.onBehalfOf(), names.of(new Acting(it.onBehalfOf(), it.position())));
        return new WhatHappened(it.sequence(), Long.toString(it.position()), it.type(), it.recordedAt(), actor, onBehalfOf,
                withReason ? it.reason() : null, it.before(), it.after());
    }
}
