/** The keys with which what names a person is sealed: that the right ones are configured, that none is lost, and that old ones are left behind. */
@NullMarked
package roster.command.sealing;

import org.jspecify.annotations.NullMarked;
