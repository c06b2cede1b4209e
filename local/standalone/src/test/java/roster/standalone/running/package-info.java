/** Tests of the commands to a running Roster, against web servers that answer in its place. */
@NullMarked
package roster.standalone.running;

import org.jspecify.annotations.NullMarked;
