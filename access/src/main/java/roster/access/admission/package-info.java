/** Which requests are processed now, which wait, and which are refused because they would wait too long. Each instance decides for itself. */
@NullMarked
package roster.access.admission;

import org.jspecify.annotations.NullMarked;
