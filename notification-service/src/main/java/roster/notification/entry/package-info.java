/** E-mails that are owed, and events that end or settle them: the values that the queue keeps. */
@NullMarked
package roster.notification.entry;

import org.jspecify.annotations.NullMarked;
