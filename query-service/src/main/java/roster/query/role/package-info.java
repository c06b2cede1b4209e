/** Roles with their permissions, and the view of how many members have them. */
@NullMarked
package roster.query.role;

import org.jspecify.annotations.NullMarked;
