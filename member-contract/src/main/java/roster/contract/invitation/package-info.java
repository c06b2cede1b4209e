/** Tokens of invitation links, derived from a key and not stored. */
@NullMarked
package roster.contract.invitation;

import org.jspecify.annotations.NullMarked;
