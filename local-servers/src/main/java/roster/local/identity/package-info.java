/** Stand-ins for Google and GitHub on this machine, with which anybody can sign in as anybody. */
@NullMarked
package roster.local.identity;

import org.jspecify.annotations.NullMarked;
