/** Carries out together what many threads request at the same time. */
@NullMarked
package roster.notification.batch;

import org.jspecify.annotations.NullMarked;
