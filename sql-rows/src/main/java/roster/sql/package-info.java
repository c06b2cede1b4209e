/** Rows of PostgreSQL as records: each column is described once, and SQL, parameters, COPY and reading follow from it. */
@NullMarked
package roster.sql;

import org.jspecify.annotations.NullMarked;
