/** Authentication and authorization: bearer tokens, their bearer's standing in an organization, and the permissions that follow. */
@NullMarked
package roster.access.control;

import org.jspecify.annotations.NullMarked;
