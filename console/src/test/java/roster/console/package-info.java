/** The console between a browser and services that say what a test wants them to. */
@NullMarked
package roster.console;

import org.jspecify.annotations.NullMarked;
