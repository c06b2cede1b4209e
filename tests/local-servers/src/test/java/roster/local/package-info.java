/** Tests with real processes. */
@NullMarked
package roster.local;

import org.jspecify.annotations.NullMarked;
