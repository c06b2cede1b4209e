/** Who is asking: bearer tokens, what they make of their bearer in an organization, and what that allows. */
@NullMarked
package roster.http.access;

import org.jspecify.annotations.NullMarked;
