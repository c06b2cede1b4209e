/** Who is asking. */
@NullMarked
package roster.http.access;

import org.jspecify.annotations.NullMarked;
