/** Tests of reports to command-service. */
@NullMarked
package roster.notification.report;

import org.jspecify.annotations.NullMarked;
