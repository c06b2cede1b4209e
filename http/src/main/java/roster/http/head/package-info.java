/** Path, query and headers of requests, checked before anything else reads them. */
@NullMarked
package roster.http.head;

import org.jspecify.annotations.NullMarked;
