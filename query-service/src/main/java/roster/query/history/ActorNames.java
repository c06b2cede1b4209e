package roster.query.history;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Actor;

/**
 * Names of actors, without those that the caller cannot see.
 *
 * @param members names that members had when they acted
 * @param tokens  names of API tokens, which never change
 */
record ActorNames(Map<Acting, String> members, Map<UUID, String> tokens) {
    @Nullable
    String of(Actor actor, long position) {
        return switch (actor.kind()) {
            case MEMBER -> members.get(new Acting(UUID.fromString(actor.id()), position));
            case TOKEN -> tokens.get(UUID.fromString(actor.id()));
            case OPERATOR -> actor.id();
            case SYSTEM -> null;
        };
    }

    @Nullable
    String of(Acting member) {
        return members.get(member);
    }
}
