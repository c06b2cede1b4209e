/** Tests of reads of the views. */
@NullMarked
package roster.query.generation;

import org.jspecify.annotations.NullMarked;
