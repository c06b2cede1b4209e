/** The view by which members are found by parts of their names and addresses. */
@NullMarked
package roster.query.search;

import org.jspecify.annotations.NullMarked;
