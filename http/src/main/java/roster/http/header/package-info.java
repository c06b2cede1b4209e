/** Headers of all responses. */
@NullMarked
package roster.http.header;

import org.jspecify.annotations.NullMarked;
