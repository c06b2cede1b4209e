/** Settings, ports, the data folder and secrets. */
@NullMarked
package roster.standalone.settings;

import org.jspecify.annotations.NullMarked;
