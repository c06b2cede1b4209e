/** Annotations that say which callers may send a command or call a method. */
@NullMarked
package roster.access.requirement;

import org.jspecify.annotations.NullMarked;
