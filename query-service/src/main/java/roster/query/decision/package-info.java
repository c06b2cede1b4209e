/** Decisions on what members and API tokens may do, by current standings, never by the views. */
@NullMarked
package roster.query.decision;

import org.jspecify.annotations.NullMarked;
