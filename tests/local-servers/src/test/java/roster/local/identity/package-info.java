/** Tests over HTTP, as a browser and as an application. */
@NullMarked
package roster.local.identity;

import org.jspecify.annotations.NullMarked;
