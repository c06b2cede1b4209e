/** An issuer of JWTs on this machine, and the key that it signs with. */
@NullMarked
package roster.local.issuer;

import org.jspecify.annotations.NullMarked;
