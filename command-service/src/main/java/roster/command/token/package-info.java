/** API tokens: creating and revoking what programs authenticate with. */
@NullMarked
package roster.command.token;

import org.jspecify.annotations.NullMarked;
