/** How often somebody may ask. */
@NullMarked
package roster.http.limit;

import org.jspecify.annotations.NullMarked;
