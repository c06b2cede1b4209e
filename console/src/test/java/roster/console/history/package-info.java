/** Tests of a member's page. */
@NullMarked
package roster.console.history;

import org.jspecify.annotations.NullMarked;
