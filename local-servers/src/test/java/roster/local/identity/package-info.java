/** Tried over HTTP, as a browser and an application do. */
@NullMarked
package roster.local.identity;

import org.jspecify.annotations.NullMarked;
