/** Names the version of the service in each response. */
@NullMarked
package roster.http.version;

import org.jspecify.annotations.NullMarked;
