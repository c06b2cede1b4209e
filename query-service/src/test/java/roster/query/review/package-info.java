/** Tests of access reviews. */
@NullMarked
package roster.query.review;

import org.jspecify.annotations.NullMarked;
