/** Tests of events as they are stored. */
@NullMarked
package roster.contract.stored;

import org.jspecify.annotations.NullMarked;
