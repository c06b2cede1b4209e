/** Tests of the package. */
@NullMarked
package roster.recordlog.merkle;

import org.jspecify.annotations.NullMarked;
