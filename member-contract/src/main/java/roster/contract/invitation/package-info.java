/** The secret of an invitation link: derived by whoever holds the key, stored nowhere. */
@NullMarked
package roster.contract.invitation;

import org.jspecify.annotations.NullMarked;
