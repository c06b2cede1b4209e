/** Reads Javadoc from the sources, as Markdown. */
@NullMarked
package roster.openapi.javadoc;

import org.jspecify.annotations.NullMarked;
