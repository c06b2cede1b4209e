/** Credentials: configured tokens, API tokens and JWTs of trusted issuers, and what they prove. */
@NullMarked
package roster.access.credential;

import org.jspecify.annotations.NullMarked;
