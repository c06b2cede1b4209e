/** Who gets in, and who does not. */
@NullMarked
package roster.console.signin;

import org.jspecify.annotations.NullMarked;
