/** Child processes that end with this one. */
@NullMarked
package roster.local.process;

import org.jspecify.annotations.NullMarked;
