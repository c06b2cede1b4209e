/** What is owed: the letters, which of them have left, and why the others have not. */
@NullMarked
package roster.notification.ledger;

import org.jspecify.annotations.NullMarked;
