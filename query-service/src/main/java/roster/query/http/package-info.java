/** What all requests and answers have in common. */
@NullMarked
package roster.query.http;

import org.jspecify.annotations.NullMarked;
