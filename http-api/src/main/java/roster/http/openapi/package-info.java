/** What a service tells about itself: its OpenAPI document, and pages that show it. */
@NullMarked
package roster.http.openapi;

import org.jspecify.annotations.NullMarked;
