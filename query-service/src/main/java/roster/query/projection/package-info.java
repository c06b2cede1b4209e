/** From the event store into the views: following it, and building them anew. */
@NullMarked
package roster.query.projection;

import org.jspecify.annotations.NullMarked;
