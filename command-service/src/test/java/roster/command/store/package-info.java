@NullMarked
package roster.command.store;

import org.jspecify.annotations.NullMarked;
