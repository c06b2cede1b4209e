/** Rejections of queries, and their mapping to problem details. */
@NullMarked
package roster.query.problem;

import org.jspecify.annotations.NullMarked;
