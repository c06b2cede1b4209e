/** Problem details for requests that the servlet container rejects. */
@NullMarked
package roster.http.container;

import org.jspecify.annotations.NullMarked;
