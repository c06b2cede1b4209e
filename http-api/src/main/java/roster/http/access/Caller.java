package roster.http.access;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Actor;
import roster.contract.role.Permission;

/**
 * Who asks in one organization, and what they may do there.
 *
 * @param memberId the active member who asks, or whose personal token does
 */
public record Caller(Actor actor, @Nullable UUID memberId, Set<Permission> permissions, boolean isOperator) {
    public static final Caller OPERATOR = new Caller(new Actor(Actor.Kind.OPERATOR, "operator"), null, Set.of(Permission.values()), true);
    public static final Caller SYSTEM = new Caller(Actor.SYSTEM, null, Set.of(), false);
    static final Caller NOTIFICATION_SERVICE = new Caller(new Actor(Actor.Kind.SYSTEM, "notification-service"), null, Set.of(), false);
    static final Caller NOBODY = new Caller(new Actor(Actor.Kind.SYSTEM, "nobody"), null, Set.of(), false);

    /** Whoever holds the link of this member's invitation: nobody but the invitee should. */
    public static Caller invitee(UUID memberId) {
        return new Caller(new Actor(Actor.Kind.MEMBER, memberId.toString()), null, Set.of(), false);
    }

    /** Distinguishes callers whose idempotency keys must not meet. */
    public String id() {
        return actor.kind() + ":" + actor.id();
    }

    /** Whether this is an active member in person, not a program of theirs, and the one meant. */
    public boolean is(@Nullable UUID member) {
        return actor.kind() == Actor.Kind.MEMBER && memberId != null && memberId.equals(member);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** @throws Denied unless the caller has all of them */
    public void require(Permission... needed) {
        Arrays.stream(needed).filter(it -> !may(it)).findFirst().ifPresent(missing -> {
            throw Denied.without(missing);
        });
    }

    /** @throws Denied for a program */
    public void requirePerson() {
        if (actor.kind() == Actor.Kind.TOKEN) {
            throw Denied.toAllButPeople();
        }
    }

    /** @throws Denied for anybody else */
    public void requireNotificationService() {
        if (!equals(NOTIFICATION_SERVICE)) {
            throw Denied.toAllButNotificationService();
        }
    }

    /** @throws Denied for anybody else */
    public void requireOperator() {
        if (!isOperator) {
            throw Denied.toAllButOperators();
        }
    }
}
