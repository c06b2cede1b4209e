@NullMarked
package roster.query;

import org.jspecify.annotations.NullMarked;
