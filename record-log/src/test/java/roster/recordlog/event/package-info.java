/** Tests of the package. */
@NullMarked
package roster.recordlog.event;

import org.jspecify.annotations.NullMarked;
