/** API tokens: what programs may do, who let them, and the one moment in which a secret is shown. */
@NullMarked
package roster.console.tokens;

import org.jspecify.annotations.NullMarked;
