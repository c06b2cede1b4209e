/** Tests of the console with a browser and fake services. */
@NullMarked
package roster.console;

import org.jspecify.annotations.NullMarked;
