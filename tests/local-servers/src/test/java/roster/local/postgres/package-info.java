/** Tests with real processes. */
@NullMarked
package roster.local.postgres;

import org.jspecify.annotations.NullMarked;
