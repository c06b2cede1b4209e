/** Events become views, and views become answers. */
@NullMarked
package roster.query;

import org.jspecify.annotations.NullMarked;
