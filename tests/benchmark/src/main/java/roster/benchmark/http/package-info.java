/** A client of HTTP that takes little processor time from what is measured. */
@NullMarked
package roster.benchmark.http;

import org.jspecify.annotations.NullMarked;
