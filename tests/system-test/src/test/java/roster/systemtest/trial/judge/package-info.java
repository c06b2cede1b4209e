/** Checks, after faults are healed and things are quiet, that nothing is lost, doubled or made up. */
@NullMarked
package roster.systemtest.trial.judge;

import org.jspecify.annotations.NullMarked;
