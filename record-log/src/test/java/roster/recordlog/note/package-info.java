/** Tests of the package. */
@NullMarked
package roster.recordlog.note;

import org.jspecify.annotations.NullMarked;
