/** The OpenAPI document of a service, and the page that shows it. */
@NullMarked
package roster.access.document;

import org.jspecify.annotations.NullMarked;
