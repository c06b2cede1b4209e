/** Tests of the plans by which PostgreSQL executes the statements of the service. */
@NullMarked
package roster.query.plan;

import org.jspecify.annotations.NullMarked;
