/** The trial: commands under faults, and what must hold afterwards. */
@NullMarked
package roster.systemtest.trial;

import org.jspecify.annotations.NullMarked;
