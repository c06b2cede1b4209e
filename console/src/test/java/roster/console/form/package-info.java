/** Forms that arrive slowly, or are none. */
@NullMarked
package roster.console.form;

import org.jspecify.annotations.NullMarked;
