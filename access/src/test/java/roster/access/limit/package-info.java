/** Tests of rate limits. */
@NullMarked
package roster.access.limit;

import org.jspecify.annotations.NullMarked;
