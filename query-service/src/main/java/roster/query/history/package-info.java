/** The view of a member's history: actor, time, reason, and changed fields. */
@NullMarked
package roster.query.history;

import org.jspecify.annotations.NullMarked;
