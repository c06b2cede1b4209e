/** Spans: what a request causes in which service, and how long it takes. */
@NullMarked
package roster.tracing;

import org.jspecify.annotations.NullMarked;
