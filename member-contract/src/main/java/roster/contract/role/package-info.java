/** Who may do what: the three roles, the published permissions and Roster's own few. */
@NullMarked
package roster.contract.role;

import org.jspecify.annotations.NullMarked;
