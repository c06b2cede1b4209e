/** What arrives: events of members, read from Kafka, as what they mean for the ledger; what cannot be read goes to the dead letters. */
@NullMarked
package roster.notification.invitation;

import org.jspecify.annotations.NullMarked;
