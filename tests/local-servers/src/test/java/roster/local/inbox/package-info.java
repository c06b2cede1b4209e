/** Tests with real processes. */
@NullMarked
package roster.local.inbox;

import org.jspecify.annotations.NullMarked;
