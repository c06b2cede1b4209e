/** What answers say about themselves, whoever gives them. */
@NullMarked
package roster.http.header;

import org.jspecify.annotations.NullMarked;
