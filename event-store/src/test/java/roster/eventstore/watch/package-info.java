@NullMarked
package roster.eventstore.watch;

import org.jspecify.annotations.NullMarked;
