/** What people do in a browser, in a real one, against all of Roster. */
@NullMarked
package roster.systemtest.browser;

import org.jspecify.annotations.NullMarked;
