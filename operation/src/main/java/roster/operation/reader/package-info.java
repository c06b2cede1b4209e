/** Readers, which must get on, in health and metrics. */
@NullMarked
package roster.operation.reader;

import org.jspecify.annotations.NullMarked;
