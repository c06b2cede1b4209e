package roster.population;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Actor;
import roster.contract.event.Event;

/** An event with its author. */
record Happening(Event event, Actor actor, @Nullable UUID onBehalfOf, @Nullable String reason, @Nullable String clientAddress) {
    static Happening by(Actor actor, Event event) {
        return new Happening(event, actor, null, null, null);
    }
}
