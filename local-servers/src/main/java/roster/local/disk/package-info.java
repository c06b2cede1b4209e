/** Files and folders, handled so that a crash leaves the old or the new and nothing in between. */
@NullMarked
package roster.local.disk;

import org.jspecify.annotations.NullMarked;
