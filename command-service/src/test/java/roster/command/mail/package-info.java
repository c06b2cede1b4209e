/** What is recorded of letters. */
@NullMarked
package roster.command.mail;

import org.jspecify.annotations.NullMarked;
