/** Generates realistic lives of members, and writes them into an event store as command-service does. */
@NullMarked
package roster.population;

import org.jspecify.annotations.NullMarked;
