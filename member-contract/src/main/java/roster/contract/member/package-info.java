/** Members folded from their events. */
@NullMarked
package roster.contract.member;

import org.jspecify.annotations.NullMarked;
