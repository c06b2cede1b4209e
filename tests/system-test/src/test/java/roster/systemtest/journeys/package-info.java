/** Tests of complete user journeys. */
@NullMarked
package roster.systemtest.journeys;

import org.jspecify.annotations.NullMarked;
