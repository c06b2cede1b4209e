/** One member: what they are, and how they became it. */
@NullMarked
package roster.console.history;

import org.jspecify.annotations.NullMarked;
