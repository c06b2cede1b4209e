/** Tests of the fold. */
@NullMarked
package roster.query.fold;

import org.jspecify.annotations.NullMarked;
