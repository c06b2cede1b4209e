/** The pages of tokens as a browser gets them. */
@NullMarked
package roster.console.tokens;

import org.jspecify.annotations.NullMarked;
