/**
 * The OpenAPI documents of the services: generated from the controllers ({@code document}), committed, and compared with every exchange of
 * the services' tests ({@code contract}). Only the documents are shipped.
 */
@NullMarked
package roster.openapi;

import org.jspecify.annotations.NullMarked;
