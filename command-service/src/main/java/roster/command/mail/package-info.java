/** Delivery results of invitation e-mails. */
@NullMarked
package roster.command.mail;

import org.jspecify.annotations.NullMarked;
