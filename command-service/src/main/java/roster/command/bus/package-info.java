/** Command bus: routes commands to aggregates, and appends their events in one transaction. */
@NullMarked
package roster.command.bus;

import org.jspecify.annotations.NullMarked;
