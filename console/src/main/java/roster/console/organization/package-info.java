/** Memberships of the user, and the organization of the current page. */
@NullMarked
package roster.console.organization;

import org.jspecify.annotations.NullMarked;
