package roster.query.event;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Actor;
import roster.contract.proof.Checksum;

/**
 * An event of any aggregate, without its data, which stays in the event store.
 *
 * @param number     counts the events of the organization: 1, 2, 3 …
 * @param orderTime  the newest time of this event and those before it in the organization, so that it never decreases
 * @param onBehalfOf member in whose name the actor acted
 * @param memberId   member whom the event is about, or who owns the token that it is about; null for none
 * @param before     JSON of the member's changed fields before the event; null for the first event, and for events of other aggregates
 * @param after      JSON of the same fields after the event
 * @param checksum   checksum of all events of the organization up to this one
 */
public record EventRow(long position, UUID eventId, UUID organizationId, long number, UUID aggregateId, long sequence, String type,
        Instant recordedAt, Instant orderTime, Actor actor, @Nullable UUID onBehalfOf, @Nullable String reason, @Nullable UUID memberId,
        @Nullable String before, @Nullable String after, Checksum checksum) {
    /** The members who acted, or in whose name another acted. */
    public Stream<UUID> actingMembers() {
        return Stream.concat(Stream.ofNullable(onBehalfOf), actorId(Actor.Kind.MEMBER));
    }

    /** The id of an actor of this kind. */
    public Stream<UUID> actorId(Actor.Kind kind) {
        return actor.kind() == kind ? Stream.of(UUID.fromString(actor.id())) : Stream.empty();
    }

    /** The API token that the event is about. */
    public Stream<UUID> tokenId() {
        return type.startsWith("api_token.") ? Stream.of(aggregateId) : Stream.empty();
    }

    /** True for what the member did in person. */
    public boolean isBy(UUID member) {
        return actor.kind() == Actor.Kind.MEMBER && actor.id().equals(member.toString());
    }
}
