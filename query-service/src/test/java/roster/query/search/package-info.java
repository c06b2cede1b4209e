/** Tests of the view of texts to search for. */
@NullMarked
package roster.query.search;

import org.jspecify.annotations.NullMarked;
