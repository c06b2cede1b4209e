@NullMarked
package roster.command.access;

import org.jspecify.annotations.NullMarked;
