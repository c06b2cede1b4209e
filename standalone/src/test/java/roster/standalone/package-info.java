/** What of the launcher can be tried without the services. */
@NullMarked
package roster.standalone;

import org.jspecify.annotations.NullMarked;
