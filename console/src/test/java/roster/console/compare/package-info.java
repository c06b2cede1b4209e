/** Tests of the page that compares two days. */
@NullMarked
package roster.console.compare;

import org.jspecify.annotations.NullMarked;
