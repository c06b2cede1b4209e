/** Reports delivery results to command-service, which records them as events. */
@NullMarked
package roster.notification.report;

import org.jspecify.annotations.NullMarked;
