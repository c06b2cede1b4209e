/** What a secret has to be, in every service that is configured with one. */
@NullMarked
package roster.contract.secret;

import org.jspecify.annotations.NullMarked;
