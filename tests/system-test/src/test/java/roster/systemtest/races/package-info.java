/** Tests of concurrent requests to two instances. */
@NullMarked
package roster.systemtest.races;

import org.jspecify.annotations.NullMarked;
