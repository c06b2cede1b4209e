/** Tests of spans and their export. */
@NullMarked
package roster.tracing;

import org.jspecify.annotations.NullMarked;
