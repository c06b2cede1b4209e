/** Problem details (RFC 9457), in the same form for every service. */
@NullMarked
package roster.http.problem;

import org.jspecify.annotations.NullMarked;
