/** Common parts of pages: signed-in user, texts and formats, dialogs, and error pages. */
@NullMarked
package roster.console.page;

import org.jspecify.annotations.NullMarked;
