@NullMarked
package roster.openapi;

import org.jspecify.annotations.NullMarked;
