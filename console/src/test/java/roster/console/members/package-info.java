/** Tests of the Members page and its requests to the services. */
@NullMarked
package roster.console.members;

import org.jspecify.annotations.NullMarked;
