/** PostgreSQL, Kafka and a mail inbox on this machine, without Docker or installation. */
@NullMarked
package roster.local;

import org.jspecify.annotations.NullMarked;
