/** The write side: accepts commands, decides them, and records events. */
@NullMarked
package roster.command;

import org.jspecify.annotations.NullMarked;
