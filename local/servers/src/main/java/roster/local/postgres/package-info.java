/** A local PostgreSQL: durable, on loopback only, with the roles that the services expect. */
@NullMarked
package roster.local.postgres;

import org.jspecify.annotations.NullMarked;
