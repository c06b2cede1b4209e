/** What breaks, and must not take anything with it. */
@NullMarked
package roster.systemtest.faults;

import org.jspecify.annotations.NullMarked;
