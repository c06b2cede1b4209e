/** The Members page, and what it asks of the services. */
@NullMarked
package roster.console.members;

import org.jspecify.annotations.NullMarked;
