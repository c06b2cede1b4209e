/** Refusing to start, so that whoever started it reads why. */
@NullMarked
package roster.http.start;

import org.jspecify.annotations.NullMarked;
