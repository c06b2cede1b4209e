/** Generates a document: the output of springdoc, completed with shared components, Javadoc and examples. */
@NullMarked
package roster.openapi.document;

import org.jspecify.annotations.NullMarked;
