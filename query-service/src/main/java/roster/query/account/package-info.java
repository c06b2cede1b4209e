/** The accounts at identity providers that members sign in with. */
@NullMarked
package roster.query.account;

import org.jspecify.annotations.NullMarked;
