/** The signed log over HTTP: checkpoints, proofs, and what a verifier needs. */
@NullMarked
package roster.query.proof;

import org.jspecify.annotations.NullMarked;
