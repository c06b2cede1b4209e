/** Tests of how the views are read. */
@NullMarked
package roster.query.generation;

import org.jspecify.annotations.NullMarked;
