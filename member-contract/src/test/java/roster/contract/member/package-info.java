/** Tests of the fold of a member's events. */
@NullMarked
package roster.contract.member;

import org.jspecify.annotations.NullMarked;
