/** Rate limits. Each instance of a service counts separately. */
@NullMarked
package roster.access.limit;

import org.jspecify.annotations.NullMarked;
