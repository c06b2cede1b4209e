package roster.query.history;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Actor;
import roster.contract.stored.RecordedEvent;
import roster.query.member.MemberProjection.Change;

/**
 * The change of a member by one event.
 *
 * @param before JSON of the changed fields before the event; null for the first event
 * @param after  JSON of the same fields after the event
 */
public record HistoryEntry(UUID memberId, long sequence, UUID organizationId, long position, String type, Instant recordedAt, Actor actor,
        @Nullable UUID onBehalfOf, @Nullable String reason, @Nullable String before, String after) {
    static HistoryEntry of(RecordedEvent recorded, Change change) {
        var fields = ChangedFields.between(change.before(), change.after());
        var metadata = recorded.metadata();
        return new HistoryEntry(recorded.aggregateId(), recorded.sequence(), recorded.organizationId(), recorded.position(),
                recorded.type().storedName(), recorded.recordedAt(), metadata.actor(), metadata.onBehalfOf(), metadata.reason(),
                fields.before(), fields.after());
    }

    /** The members who acted, or in whose name another acted. */
    Stream<Acting> actingMembers() {
        return Stream.concat(Stream.ofNullable(onBehalfOf), actorId(Actor.Kind.MEMBER)).map(id -> new Acting(id, position));
    }

    /** The id of an actor of this kind. */
    Stream<UUID> actorId(Actor.Kind kind) {
        return actor.kind() == kind ? Stream.of(UUID.fromString(actor.id())) : Stream.empty();
    }

    /** True for what the member did in person. */
    boolean isBy(UUID member) {
        return actor.kind() == Actor.Kind.MEMBER && actor.id().equals(member.toString());
    }
}
