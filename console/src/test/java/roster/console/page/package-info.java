/** Tests of the common parts of pages. */
@NullMarked
package roster.console.page;

import org.jspecify.annotations.NullMarked;
