/** Faults, each with evidence that what it was to hurt was hurt. */
@NullMarked
package roster.systemtest.trial.faults;

import org.jspecify.annotations.NullMarked;
