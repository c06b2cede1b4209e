/** Reads members' events from Kafka and derives queue entries from them. Unreadable records go to the dead letters. */
@NullMarked
package roster.notification.invitation;

import org.jspecify.annotations.NullMarked;
