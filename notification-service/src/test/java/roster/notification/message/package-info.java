@NullMarked
package roster.notification.message;

import org.jspecify.annotations.NullMarked;
