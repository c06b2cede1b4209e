/** Request bodies: read without blocking, up to a length and until a deadline, before a thread works on the request. */
@NullMarked
package roster.http.body;

import org.jspecify.annotations.NullMarked;
