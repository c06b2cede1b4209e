/** Reads forms from bodies that have arrived. */
@NullMarked
package roster.console.form;

import org.jspecify.annotations.NullMarked;
