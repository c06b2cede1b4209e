package roster.query.history;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;

import roster.query.event.EventRow;

/**
 * An entry of a member's history, as shown to callers.
 *
 * @param eventId    of the event, the same in the feed and on Kafka
 * @param position   consistency token of the event
 * @param type       stored name of the event
 * @param onBehalfOf member in whose name the actor acted
 * @param reason     null where none was given; without {@code audit.read}, only the caller's own
 * @param before     changed fields before the event; null for the first event
 * @param after      the same fields after the event
 */
record WhatHappened(long sequence, UUID eventId, String position, String type, Instant recordedAt, Who actor,
        @Nullable ActingMember onBehalfOf,
        @Nullable String reason, @JsonRawValue @Nullable String before, @JsonRawValue String after) {
    static WhatHappened of(EventRow it, boolean withReason, ActorNames names) {
        return new WhatHappened(it.sequence(), it.eventId(), Long.toString(it.position()), it.type(), it.recordedAt(), names.author(it),
                names.inWhoseName(it),
                withReason ? it.reason() : null, it.before(), Objects.requireNonNull(it.after()));
    }
}
