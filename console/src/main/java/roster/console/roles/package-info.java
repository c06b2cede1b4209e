/** What each role may do, as the published table says it, and how many have it. */
@NullMarked
package roster.console.roles;

import org.jspecify.annotations.NullMarked;
