/** How long the body of a request may be. */
@NullMarked
package roster.http.body;

import org.jspecify.annotations.NullMarked;
