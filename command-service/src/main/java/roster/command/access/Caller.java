package roster.command.access;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Actor;
import roster.contract.role.Permission;

/** Who asks, in whose name, and what they may do. */
public record Caller(Actor actor, @Nullable UUID onBehalfOf, Set<Permission> permissions, boolean isOperator) {
    public static final Caller SYSTEM = new Caller(Actor.SYSTEM, null, Set.of(), false);

    static Caller operator(String name, @Nullable UUID onBehalfOf) {
        return new Caller(new Actor(Actor.Kind.OPERATOR, name), onBehalfOf, Set.of(Permission.values()), true);
    }

    /** Distinguishes callers whose idempotency keys must not meet. */
    public String id() {
        return actor.kind() + ":" + actor.id();
    }
}
