/** Authenticates the user to the services with JWTs that expire after a minute. */
@NullMarked
package roster.console.identity;

import org.jspecify.annotations.NullMarked;
