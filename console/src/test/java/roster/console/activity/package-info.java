/** Tests of the Roles page. */
@NullMarked
package roster.console.activity;

import org.jspecify.annotations.NullMarked;
