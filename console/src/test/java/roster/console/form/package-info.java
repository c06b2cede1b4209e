/** Tests of slow and malformed forms. */
@NullMarked
package roster.console.form;

import org.jspecify.annotations.NullMarked;
