/** Why there is no answer: the rejections, and the one place that says them in HTTP. */
@NullMarked
package roster.query.problem;

import org.jspecify.annotations.NullMarked;
