/** Tests of the verifier, with logs in memory. */
@NullMarked
package roster.verify;

import org.jspecify.annotations.NullMarked;
