/** API tokens: creation and revocation. */
@NullMarked
package roster.command.token;

import org.jspecify.annotations.NullMarked;
