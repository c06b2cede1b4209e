/** Generations of views: their tables and positions, and reads at one position. */
@NullMarked
package roster.query.generation;

import org.jspecify.annotations.NullMarked;
