/** The view of members: lists and single members. */
@NullMarked
package roster.query.member;

import org.jspecify.annotations.NullMarked;
