/** Members, from invitation to deletion: commands, rules, and what spans the members of an organization. */
@NullMarked
package roster.command.member;

import org.jspecify.annotations.NullMarked;
