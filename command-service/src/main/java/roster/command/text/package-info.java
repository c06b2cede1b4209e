/** Texts of requests: names, addresses and reasons, and what makes them valid. */
@NullMarked
package roster.command.text;

import org.jspecify.annotations.NullMarked;
