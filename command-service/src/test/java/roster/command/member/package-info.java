@NullMarked
package roster.command.member;

import org.jspecify.annotations.NullMarked;
