/** Errors as HTTP tells them: one shape for every service. */
@NullMarked
package roster.http.problem;

import org.jspecify.annotations.NullMarked;
