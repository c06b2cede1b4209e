/** Commands to the Roster that runs on a data folder: status, rebuilding its views, verifying an organization. */
@NullMarked
package roster.standalone.running;

import org.jspecify.annotations.NullMarked;
