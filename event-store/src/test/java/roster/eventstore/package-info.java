@NullMarked
package roster.eventstore;

import org.jspecify.annotations.NullMarked;
