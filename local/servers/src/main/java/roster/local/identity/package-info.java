/** Stand-ins for Google and GitHub on this machine, to sign in as any person. */
@NullMarked
package roster.local.identity;

import org.jspecify.annotations.NullMarked;
