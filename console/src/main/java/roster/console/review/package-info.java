/** The page that lists who has access, to confirm or revoke it line by line, and to print. */
@NullMarked
package roster.console.review;

import org.jspecify.annotations.NullMarked;
