/** Rebuilds of the views, and verifying runs, as resources with progress. */
@NullMarked
package roster.query.rebuild;

import org.jspecify.annotations.NullMarked;
