/** Tests of the Roles page. */
@NullMarked
package roster.console.roles;

import org.jspecify.annotations.NullMarked;
