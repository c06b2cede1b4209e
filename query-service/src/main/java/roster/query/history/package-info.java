/** The view of what happened to a member: who, when, why, before and after. */
@NullMarked
package roster.query.history;

import org.jspecify.annotations.NullMarked;
