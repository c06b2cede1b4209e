package roster.query.history;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Actor;
import roster.query.event.EventRow;

/**
 * Names of actors, and of the members and tokens that events are about, without those that the caller cannot see.
 *
 * @param members names that members had then
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

    /** The member whom the event is about, or who owns the token that it is about, with the name after the event; null for none. */
    public @Nullable ActingMember concerned(EventRow it) {
        var member = it.memberId();
        return member == null ? null : new ActingMember(member, members.get(Acting.after(it, member)));
    }

    /** Name of the API token that the event is about; null for other events. */
    public @Nullable String token(EventRow it) {
        return it.tokenId().findFirst().map(tokens::get).orElse(null);
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
