/** Tests of the replay. That it agrees with query-service is tested in {@code tests/system-test}. */
@NullMarked
package roster.replay;

import org.jspecify.annotations.NullMarked;
