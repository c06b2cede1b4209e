@NullMarked
package roster.notification.queue;

import org.jspecify.annotations.NullMarked;
