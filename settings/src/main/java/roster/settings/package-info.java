/** Settings that are secrets, and may be in files. */
@NullMarked
package roster.settings;

import org.jspecify.annotations.NullMarked;
