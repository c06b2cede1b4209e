/** An issuer of JWTs on this machine, and its signing key. */
@NullMarked
package roster.local.issuer;

import org.jspecify.annotations.NullMarked;
