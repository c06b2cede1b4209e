/** What a secret has to be. */
@NullMarked
package roster.contract.secret;

import org.jspecify.annotations.NullMarked;
