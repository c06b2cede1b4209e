/** The view of members: a row each, and the rows that were valid before. */
@NullMarked
package roster.query.member;

import org.jspecify.annotations.NullMarked;
