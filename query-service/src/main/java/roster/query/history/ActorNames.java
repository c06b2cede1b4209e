package roster.query.history;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Actor;
import roster.query.event.EventRow;

/**
 * Names of actors, without those that the caller cannot see.
 *
 * @param members names that members had when they acted
 * @param tokens  names of API tokens, which never change
 */
public record ActorNames(Map<Acting, String> members, Map<UUID, String> tokens) {
    public Who author(EventRow it) {
        return new Who(it.actor().kind(), it.actor().id(), of(it.actor(), it.position()));
    }

    /** The member in whose name the actor acted; null for none. */
    public @Nullable ActingMember inWhoseName(EventRow it) {
        var member = it.onBehalfOf();
        return member == null ? null : new ActingMember(member, members.get(new Acting(member, it.position())));
    }

    private @Nullable String of(Actor actor, long position) {
        return switch (actor.kind()) {
            case MEMBER -> members.get(new Acting(UUID.fromString(actor.id()), position));
            case TOKEN -> tokens.get(UUID.fromString(actor.id()));
            case OPERATOR -> actor.id();
            case SYSTEM -> null;
        };
    }
}
