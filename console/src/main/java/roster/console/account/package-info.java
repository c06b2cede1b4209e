/** The accounts that members sign in with: to link another one, and to remove one. */
@NullMarked
package roster.console.account;

import org.jspecify.annotations.NullMarked;
