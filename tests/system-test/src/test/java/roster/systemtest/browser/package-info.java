/** Tests of the console with a real browser and all of Roster. */
@NullMarked
package roster.systemtest.browser;

import org.jspecify.annotations.NullMarked;
