/** Files with all events of a range, as NDJSON, CSV or CloudEvents. */
@NullMarked
package roster.query.export;

import org.jspecify.annotations.NullMarked;
