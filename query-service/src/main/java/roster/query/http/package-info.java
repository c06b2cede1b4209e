/** Common parts of requests and responses. */
@NullMarked
package roster.query.http;

import org.jspecify.annotations.NullMarked;
