/** Request bodies: read without blocking, up to a maximum length and a deadline, before a thread processes the request. */
@NullMarked
package roster.http.body;

import org.jspecify.annotations.NullMarked;
