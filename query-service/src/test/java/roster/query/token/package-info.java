/** Tests of the view of API tokens. */
@NullMarked
package roster.query.token;

import org.jspecify.annotations.NullMarked;
