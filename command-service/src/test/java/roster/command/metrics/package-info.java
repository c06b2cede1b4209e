/** Tests of the metrics of commands. */
@NullMarked
package roster.command.metrics;

import org.jspecify.annotations.NullMarked;
