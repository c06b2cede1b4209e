/** Proofs of the signed log, as files. */
@NullMarked
package roster.console.proof;

import org.jspecify.annotations.NullMarked;
