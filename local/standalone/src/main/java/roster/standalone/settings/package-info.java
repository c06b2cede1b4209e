/** Settings, data folder and generated secrets of the launcher. */
@NullMarked
package roster.standalone.settings;

import org.jspecify.annotations.NullMarked;
