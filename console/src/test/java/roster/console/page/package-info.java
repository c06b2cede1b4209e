/** What all pages have, as a browser gets it. */
@NullMarked
package roster.console.page;

import org.jspecify.annotations.NullMarked;
