/** Decisions on what members and API tokens may do, by current standings; those of a past moment by the views. */
@NullMarked
package roster.query.decision;

import org.jspecify.annotations.NullMarked;
