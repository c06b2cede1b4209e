/** Examples of rejections for the OpenAPI document. */
@NullMarked
package roster.command.rejection;

import org.jspecify.annotations.NullMarked;
