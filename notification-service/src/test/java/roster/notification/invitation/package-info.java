@NullMarked
package roster.notification.invitation;

import org.jspecify.annotations.NullMarked;
