/** Projects the event store into the views: live updates and rebuilds. */
@NullMarked
package roster.query.projection;

import org.jspecify.annotations.NullMarked;
