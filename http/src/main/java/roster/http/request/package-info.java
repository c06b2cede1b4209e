/** Strict reading of requests: strict JSON, and no unknown parameters. */
@NullMarked
package roster.http.request;

import org.jspecify.annotations.NullMarked;
