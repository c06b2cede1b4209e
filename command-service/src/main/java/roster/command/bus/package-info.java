/** How a command gets from its caller to its aggregate and its events into the store: one transaction, one answer. */
@NullMarked
package roster.command.bus;

import org.jspecify.annotations.NullMarked;
