/** Who says who somebody is, on this machine: an issuer of JWTs for tests, and stand-ins for Google and GitHub that anybody can sign in with. */
@NullMarked
package roster.local.identity;

import org.jspecify.annotations.NullMarked;
