/** The API tokens page and its dialogs, one of which shows a new secret once. */
@NullMarked
package roster.console.tokens;

import org.jspecify.annotations.NullMarked;
