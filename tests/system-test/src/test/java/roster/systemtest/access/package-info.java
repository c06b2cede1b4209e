/** Tests of access to the real processes. */
@NullMarked
package roster.systemtest.access;

import org.jspecify.annotations.NullMarked;
