@NullMarked
package roster.notification.ledger;

import org.jspecify.annotations.NullMarked;
