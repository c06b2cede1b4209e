/** PostgreSQL, Kafka and a mail inbox on this machine: real ones, without Docker and with nothing installed. */
@NullMarked
package roster.local;

import org.jspecify.annotations.NullMarked;
