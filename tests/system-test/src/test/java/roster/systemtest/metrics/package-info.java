/** Tests of what operators see of Roster: metrics, alert rules, the dashboard, and what the documentation says of them. */
@NullMarked
package roster.systemtest.metrics;

import org.jspecify.annotations.NullMarked;
