/** An issuer of JWTs on this machine, whose keys can be fetched. */
@NullMarked
package roster.local.identity;

import org.jspecify.annotations.NullMarked;
