/** Tells command-service what became of letters, so that it stands in the record. */
@NullMarked
package roster.notification.report;

import org.jspecify.annotations.NullMarked;
