/** Members, from invitation to deletion: commands, rules, and queries across the members of an organization. */
@NullMarked
package roster.command.member;

import org.jspecify.annotations.NullMarked;
