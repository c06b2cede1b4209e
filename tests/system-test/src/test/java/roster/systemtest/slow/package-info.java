/** Requests whose bodies never arrive, and what they cost other requests. */
@NullMarked
package roster.systemtest.slow;

import org.jspecify.annotations.NullMarked;
