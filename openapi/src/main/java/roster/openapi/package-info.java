/**
 * The OpenAPI documents: written from the controllers by springdoc, completed here with what all operations have in common, committed, and
 * held against every exchange of the services' tests. Nothing of this ships but the documents.
 */
@NullMarked
package roster.openapi;

import org.jspecify.annotations.NullMarked;
