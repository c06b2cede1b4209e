package roster.command.erasure;

import java.time.Duration;

/**
 * For how long what was copied out of the store lives on.
 *
 * @param events      on the topic of events
 * @param deadLetters among the events that could not be read
 * @param states      on the topic of states, beside the tombstone
 */
public record CopyRetention(Duration events, Duration deadLetters, Duration states) {}
