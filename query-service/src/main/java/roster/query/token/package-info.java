/** The view of API tokens: scopes, owner, creator and expiry. Contains no secrets. */
@NullMarked
package roster.query.token;

import org.jspecify.annotations.NullMarked;
