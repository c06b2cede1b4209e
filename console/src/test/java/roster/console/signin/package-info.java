/** Tests of sign-in and access. */
@NullMarked
package roster.console.signin;

import org.jspecify.annotations.NullMarked;
