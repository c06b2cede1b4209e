/** Keys of personal data: checks of configured master keys, detection of lost data keys, and rewrapping after a rotation. */
@NullMarked
package roster.command.sealing;

import org.jspecify.annotations.NullMarked;
