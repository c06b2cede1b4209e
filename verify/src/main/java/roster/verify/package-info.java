/** The verifier of exports: checks offline that events are those that were signed, and all of them. */
@NullMarked
package roster.verify;

import org.jspecify.annotations.NullMarked;
