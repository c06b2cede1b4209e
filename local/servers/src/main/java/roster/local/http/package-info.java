/** Web servers on loopback, and HTML without scripts. */
@NullMarked
package roster.local.http;

import org.jspecify.annotations.NullMarked;
