/** Expiry of invitations that were not answered in time. */
@NullMarked
package roster.command.expiry;

import org.jspecify.annotations.NullMarked;
