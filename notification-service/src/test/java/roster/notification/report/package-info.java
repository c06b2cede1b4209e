/** What command-service is told of letters. */
@NullMarked
package roster.notification.report;

import org.jspecify.annotations.NullMarked;
