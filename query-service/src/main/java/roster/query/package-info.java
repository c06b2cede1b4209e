/** Projects events into views, and answers queries from them. */
@NullMarked
package roster.query;

import org.jspecify.annotations.NullMarked;
