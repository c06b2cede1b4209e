/** Comparison of the log with the store, and with what was signed. */
@NullMarked
package roster.query.log.watch;

import org.jspecify.annotations.NullMarked;
