/** Tests of rate limits. */
@NullMarked
package roster.http.limit;

import org.jspecify.annotations.NullMarked;
