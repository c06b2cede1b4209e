@NullMarked
package roster.command.http;

import org.jspecify.annotations.NullMarked;
