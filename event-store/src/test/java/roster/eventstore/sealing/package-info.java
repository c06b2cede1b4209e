@NullMarked
package roster.eventstore.sealing;

import org.jspecify.annotations.NullMarked;
