/** The web pages of Roster. Stores no data, and calls the services as the signed-in user. */
@NullMarked
package roster.console;

import org.jspecify.annotations.NullMarked;
