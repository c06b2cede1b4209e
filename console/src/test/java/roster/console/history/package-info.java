/** The pages of history as a browser gets them. */
@NullMarked
package roster.console.history;

import org.jspecify.annotations.NullMarked;
