/** Folds events into the rows of all views, batch by batch or from the beginning. */
@NullMarked
package roster.query.fold;

import org.jspecify.annotations.NullMarked;
