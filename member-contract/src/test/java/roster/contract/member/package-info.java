/** Tests of what the events of a member amount to. */
@NullMarked
package roster.contract.member;

import org.jspecify.annotations.NullMarked;
