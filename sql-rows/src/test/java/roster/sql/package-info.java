/** Tests of rows as records, with PostgreSQL. */
@NullMarked
package roster.sql;

import org.jspecify.annotations.NullMarked;
