@NullMarked
package roster.notification;

import org.jspecify.annotations.NullMarked;
