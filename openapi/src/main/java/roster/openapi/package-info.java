/**
 * The OpenAPI documents of the services: written from the controllers ({@code document}), committed, and compared with every exchange of the
 * services' tests ({@code contract}). Only the documents ship.
 */
@NullMarked
package roster.openapi;

import org.jspecify.annotations.NullMarked;
