/** Tells the services who is at the screen, with tokens that they can check and that are of no use a minute later. */
@NullMarked
package roster.console.identity;

import org.jspecify.annotations.NullMarked;
