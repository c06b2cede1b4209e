package roster.query.history;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Actor;

/**
 * The author of an event.
 *
 * @param name name that the member had then, or of the token or operator; null for Roster itself, for actors that the caller cannot see, and
 *             when it can no longer be read
 */
public record Who(Actor.Kind kind, String id, @Nullable String name) {}
