/** What all pages have: who is signed in, how times and words read, dialogs, and what is shown when something fails. */
@NullMarked
package roster.console.page;

import org.jspecify.annotations.NullMarked;
