/** Why a command was not carried out, and how HTTP says so. */
@NullMarked
package roster.command.rejection;

import org.jspecify.annotations.NullMarked;
