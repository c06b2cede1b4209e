/** The pages of roles as a browser gets them. */
@NullMarked
package roster.console.roles;

import org.jspecify.annotations.NullMarked;
