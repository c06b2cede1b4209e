/** The view of members: pages of them, and each one. */
@NullMarked
package roster.query.member;

import org.jspecify.annotations.NullMarked;
