/** Tests of the launcher that need no services. */
@NullMarked
package roster.standalone;

import org.jspecify.annotations.NullMarked;
