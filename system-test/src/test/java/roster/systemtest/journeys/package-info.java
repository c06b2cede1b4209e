/** Stories that a user would tell. */
@NullMarked
package roster.systemtest.journeys;

import org.jspecify.annotations.NullMarked;
