/** The Members page: who belongs to the organization, and what can be done about it. */
@NullMarked
package roster.console.members;

import org.jspecify.annotations.NullMarked;
