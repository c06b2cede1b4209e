/** Permissions that commands require, and their check. */
@NullMarked
package roster.command.access;

import org.jspecify.annotations.NullMarked;
