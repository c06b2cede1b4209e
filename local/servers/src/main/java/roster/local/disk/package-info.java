/** Atomic changes of files and folders: a crash leaves either the old or the new state. */
@NullMarked
package roster.local.disk;

import org.jspecify.annotations.NullMarked;
