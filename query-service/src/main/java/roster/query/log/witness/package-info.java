/** Witnesses that cosign checkpoints of the log. */
@NullMarked
package roster.query.log.witness;

import org.jspecify.annotations.NullMarked;
