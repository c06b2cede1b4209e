/** The page of a member, with details and history. */
@NullMarked
package roster.console.history;

import org.jspecify.annotations.NullMarked;
