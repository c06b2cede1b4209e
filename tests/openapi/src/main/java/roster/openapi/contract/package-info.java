/** Checks requests and answers against the committed document of a service, and that document for completeness. */
@NullMarked
package roster.openapi.contract;

import org.jspecify.annotations.NullMarked;
