/** The Roles page: permissions by role as in the published table, and numbers of members. */
@NullMarked
package roster.console.roles;

import org.jspecify.annotations.NullMarked;
