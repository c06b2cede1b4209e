/** Sign-in with Google or GitHub. */
@NullMarked
package roster.console.signin;

import org.jspecify.annotations.NullMarked;
