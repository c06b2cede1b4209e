/** The members that the events amount to. */
@NullMarked
package roster.contract.member;

import org.jspecify.annotations.NullMarked;
