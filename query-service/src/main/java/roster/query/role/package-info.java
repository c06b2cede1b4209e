/** Roles with their permissions, and the view of member counts. */
@NullMarked
package roster.query.role;

import org.jspecify.annotations.NullMarked;
