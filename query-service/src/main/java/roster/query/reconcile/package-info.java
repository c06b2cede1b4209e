/** Compares the live views of members with their events, always. */
@NullMarked
package roster.query.reconcile;

import org.jspecify.annotations.NullMarked;
