/** What is delivered: libraries and their licences. */
@NullMarked
package roster.systemtest.delivery;

import org.jspecify.annotations.NullMarked;
