/** Tests of the API tokens page. */
@NullMarked
package roster.console.tokens;

import org.jspecify.annotations.NullMarked;
