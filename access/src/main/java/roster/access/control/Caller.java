package roster.access.control;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Actor;
import roster.contract.role.Permission;

/**
 * The sender of a request, with its rights in one organization.
 *
 * @param memberId the active member who sends the request or owns the personal token; null for other callers
 */
public record Caller(Actor actor, @Nullable UUID memberId, Set<Permission> permissions, boolean isOperator) {
    public static final Caller SYSTEM = new Caller(Actor.SYSTEM, null, Set.of(), false);
    static final Caller NOTIFICATION_SERVICE = new Caller(new Actor(Actor.Kind.SYSTEM, "notification-service"), null, Set.of(), false);
    static final Caller NOBODY = new Caller(new Actor(Actor.Kind.SYSTEM, "nobody"), null, Set.of(), false);

    /** The operator with this name. */
    public static Caller operator(String name) {
        return new Caller(new Actor(Actor.Kind.OPERATOR, name), null, Set.of(Permission.values()), true);
    }

    /** The holder of the link of this member's invitation. */
    public static Caller invitee(UUID memberId) {
        return new Caller(new Actor(Actor.Kind.MEMBER, memberId.toString()), null, Set.of(), false);
    }

    /** Identifies the caller. Idempotency keys are unique per id. */
    public String id() {
        return actor.kind() + ":" + actor.id();
    }

    /** True when the caller is this active member in person, not one of their tokens. */
    public boolean is(@Nullable UUID member) {
        return actor.kind() == Actor.Kind.MEMBER && memberId != null && memberId.equals(member);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** @throws Denied when the caller lacks one of them */
    public void require(Permission... needed) {
        Arrays.stream(needed).filter(it -> !may(it)).findFirst().ifPresent(missing -> {
            throw Denied.without(missing);
        });
    }

    /** @throws Denied unless the caller is this active member in person */
    public void requireToBe(@Nullable UUID member) {
        if (!is(member)) {
            throw Denied.toAllButTheMember();
        }
    }

    /** @throws Denied when the caller is an API token */
    public void requirePerson() {
        if (actor.kind() == Actor.Kind.TOKEN) {
            throw Denied.toAllButPeople();
        }
    }

    /** @throws Denied for other callers */
    public void requireNotificationService() {
        if (!equals(NOTIFICATION_SERVICE)) {
            throw Denied.toAllButNotificationService();
        }
    }

    /** @throws Denied for other callers */
    public void requireOperator() {
        if (!isOperator) {
            throw Denied.toAllButOperators();
        }
    }
}
