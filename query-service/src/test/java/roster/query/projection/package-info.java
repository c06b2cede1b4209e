@NullMarked
package roster.query.projection;

import org.jspecify.annotations.NullMarked;
