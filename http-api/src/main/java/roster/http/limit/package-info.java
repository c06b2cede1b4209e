/** How often somebody may ask. Each instance of a service counts for itself. */
@NullMarked
package roster.http.limit;

import org.jspecify.annotations.NullMarked;
