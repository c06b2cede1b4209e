/** Tests of what becomes of invitations that nobody answers. */
@NullMarked
package roster.command.expiry;

import org.jspecify.annotations.NullMarked;
