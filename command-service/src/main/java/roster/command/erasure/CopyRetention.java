package roster.command.erasure;

import java.time.Duration;

/**
 * Retention of copies outside the event store.
 *
 * @param events      retention of the topic of events
 * @param deadLetters retention of the dead-letter topic
 * @param states      maximum time for which the topic of states keeps a state beside its tombstone
 */
public record CopyRetention(Duration events, Duration deadLetters, Duration states) {}
