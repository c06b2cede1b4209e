/** Bodies that arrive slowly, in pieces, or never. */
@NullMarked
package roster.http.body;

import org.jspecify.annotations.NullMarked;
