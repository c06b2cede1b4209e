/** Asks, decides and records. */
@NullMarked
package roster.command;

import org.jspecify.annotations.NullMarked;
