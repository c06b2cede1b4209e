/** Clients of the services, which they call as the signed-in user. */
@NullMarked
package roster.console.service;

import org.jspecify.annotations.NullMarked;
