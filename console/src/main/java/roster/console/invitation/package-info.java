/** The landing of an invitation's link: who invites to what, and the way in. */
@NullMarked
package roster.console.invitation;

import org.jspecify.annotations.NullMarked;
