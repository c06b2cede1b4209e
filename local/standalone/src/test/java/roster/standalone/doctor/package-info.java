/** Tests of the checks of a machine. */
@NullMarked
package roster.standalone.doctor;

import org.jspecify.annotations.NullMarked;
