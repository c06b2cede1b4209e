package roster.command.bus;

import java.util.Set;
import java.util.UUID;

/**
 * Result of several commands that were carried out together.
 *
 * @param undecided aggregates whose commands were not carried out, because their events cannot be read
 * @param position  position from which readers have seen the result
 */
public record Outcomes(Set<UUID> undecided, long position) {}
