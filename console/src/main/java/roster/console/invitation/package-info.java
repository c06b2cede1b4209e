/** The landing page of invitation links. */
@NullMarked
package roster.console.invitation;

import org.jspecify.annotations.NullMarked;
