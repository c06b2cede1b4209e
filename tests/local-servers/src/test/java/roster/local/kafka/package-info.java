/** Tests with real processes. */
@NullMarked
package roster.local.kafka;

import org.jspecify.annotations.NullMarked;
