/** Tests with real processes. */
@NullMarked
package roster.local.process;

import org.jspecify.annotations.NullMarked;
