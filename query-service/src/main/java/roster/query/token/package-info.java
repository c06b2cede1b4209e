/** The view of API tokens: what programs may do, who let them, and until when. Of their secrets it knows nothing. */
@NullMarked
package roster.query.token;

import org.jspecify.annotations.NullMarked;
