/** How letters leave: workers that take them from the ledger, the relay that they are handed to, and what its answers mean. */
@NullMarked
package roster.notification.mail;

import org.jspecify.annotations.NullMarked;
