/** Writes a document: what springdoc finds in the controllers, completed with what all operations share, Javadoc and examples. */
@NullMarked
package roster.openapi.document;

import org.jspecify.annotations.NullMarked;
