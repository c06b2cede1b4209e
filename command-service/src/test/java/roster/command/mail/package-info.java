/** Tests of delivery results. */
@NullMarked
package roster.command.mail;

import org.jspecify.annotations.NullMarked;
