/** Facts that span members: open memberships, claimed addresses, caps on invitations, and the projection that keeps them. */
@NullMarked
package roster.command.membership;

import org.jspecify.annotations.NullMarked;
