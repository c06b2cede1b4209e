/** Tests of the page of access reviews. */
@NullMarked
package roster.console.review;

import org.jspecify.annotations.NullMarked;
