/** Looks for what keeps Roster from starting or running on this machine, and names the remedy. */
@NullMarked
package roster.standalone.doctor;

import org.jspecify.annotations.NullMarked;
