/** Differences between the members of an organization at two moments. */
@NullMarked
package roster.query.difference;

import org.jspecify.annotations.NullMarked;
