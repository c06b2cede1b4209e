/** Connections to PostgreSQL that notice when the other side no longer answers. */
@NullMarked
package roster.operation.database;

import org.jspecify.annotations.NullMarked;
