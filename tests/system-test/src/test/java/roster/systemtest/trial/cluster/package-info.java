/** Roster with two processes of each service, and proxies between its parts, all of which can be hurt. */
@NullMarked
package roster.systemtest.trial.cluster;

import org.jspecify.annotations.NullMarked;
