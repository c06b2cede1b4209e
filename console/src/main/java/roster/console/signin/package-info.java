/** Signing in: who is at the screen, as far as Google or GitHub says. */
@NullMarked
package roster.console.signin;

import org.jspecify.annotations.NullMarked;
