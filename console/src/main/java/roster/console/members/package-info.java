/** The Members page and its dialogs. */
@NullMarked
package roster.console.members;

import org.jspecify.annotations.NullMarked;
