/** Metrics of commands: how many, with what result, and how long. */
@NullMarked
package roster.command.metrics;

import org.jspecify.annotations.NullMarked;
