/** Who gets in where, at the real processes. */
@NullMarked
package roster.systemtest.access;

import org.jspecify.annotations.NullMarked;
