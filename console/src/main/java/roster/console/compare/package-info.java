/** The page that compares the members of two days. */
@NullMarked
package roster.console.compare;

import org.jspecify.annotations.NullMarked;
