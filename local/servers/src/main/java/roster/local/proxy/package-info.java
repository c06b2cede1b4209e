/** Faults of the network, for tests. */
@NullMarked
package roster.local.proxy;

import org.jspecify.annotations.NullMarked;
