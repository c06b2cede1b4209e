/** The views as one set: where it stands, of which position it is, and how it is read at one position. */
@NullMarked
package roster.query.generation;

import org.jspecify.annotations.NullMarked;
