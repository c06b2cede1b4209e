/** Tests of the list of a caller's organizations. */
@NullMarked
package roster.query.organization;

import org.jspecify.annotations.NullMarked;
