/** The main class of the local Kafka broker. */
@NullMarked
package roster.broker;

import org.jspecify.annotations.NullMarked;
