@NullMarked
package roster.notification.batch;

import org.jspecify.annotations.NullMarked;
