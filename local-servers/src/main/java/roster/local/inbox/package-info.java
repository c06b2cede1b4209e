/** A mail server that keeps what it gets, and shows it: whoever it is for, no mail leaves this machine. */
@NullMarked
package roster.local.inbox;

import org.jspecify.annotations.NullMarked;
