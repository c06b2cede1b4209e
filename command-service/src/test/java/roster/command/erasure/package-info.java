@NullMarked
package roster.command.erasure;

import org.jspecify.annotations.NullMarked;
