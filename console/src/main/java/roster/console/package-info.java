/** The pages of Roster: for people with a browser. It holds no data: it asks the services, as the person at the screen. */
@NullMarked
package roster.console;

import org.jspecify.annotations.NullMarked;
