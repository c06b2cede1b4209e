/** The OpenAPI document of a service, and the page that shows it. */
@NullMarked
package roster.http.openapi;

import org.jspecify.annotations.NullMarked;
