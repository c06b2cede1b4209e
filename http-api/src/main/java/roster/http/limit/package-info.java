/** Rate limits. Each instance of a service counts separately. */
@NullMarked
package roster.http.limit;

import org.jspecify.annotations.NullMarked;
