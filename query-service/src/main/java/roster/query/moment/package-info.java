/** Moments of an organization's record: instants or positions, and the events up to them. */
@NullMarked
package roster.query.moment;

import org.jspecify.annotations.NullMarked;
