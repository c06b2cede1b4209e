/** Tests of a PostgreSQL whose primary fails and whose replica takes over. */
@NullMarked
package roster.command.failover;

import org.jspecify.annotations.NullMarked;
