/** Schemas of the database: their migrations, the program that runs them, and the check at the start of a service. */
@NullMarked
package roster.migrate;

import org.jspecify.annotations.NullMarked;
