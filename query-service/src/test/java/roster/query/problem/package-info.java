/** Examples of rejections for the OpenAPI document. */
@NullMarked
package roster.query.problem;

import org.jspecify.annotations.NullMarked;
