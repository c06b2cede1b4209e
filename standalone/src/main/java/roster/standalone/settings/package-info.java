/** What the launcher is told, where it keeps things, and the secrets that it makes up. */
@NullMarked
package roster.standalone.settings;

import org.jspecify.annotations.NullMarked;
