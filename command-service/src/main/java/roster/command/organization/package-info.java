/** Organizations: registration, and language of e-mails. */
@NullMarked
package roster.command.organization;

import org.jspecify.annotations.NullMarked;
