/** What HTTP says of rejections, for example. */
@NullMarked
package roster.query.problem;

import org.jspecify.annotations.NullMarked;
