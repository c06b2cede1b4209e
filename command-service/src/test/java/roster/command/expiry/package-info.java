/** Tests of the expiry of invitations. */
@NullMarked
package roster.command.expiry;

import org.jspecify.annotations.NullMarked;
