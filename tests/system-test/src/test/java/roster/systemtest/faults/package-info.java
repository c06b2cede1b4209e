/** Tests of failures that must not cause others. */
@NullMarked
package roster.systemtest.faults;

import org.jspecify.annotations.NullMarked;
