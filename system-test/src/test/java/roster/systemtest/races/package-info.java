/** What happens at the same time, from two instances. */
@NullMarked
package roster.systemtest.races;

import org.jspecify.annotations.NullMarked;
