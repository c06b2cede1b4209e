/** Roles, scopes and permissions. */
@NullMarked
package roster.contract.role;

import org.jspecify.annotations.NullMarked;
