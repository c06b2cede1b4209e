/** What every request has: an id and a trace, strict JSON, and the envelope of its command. */
@NullMarked
package roster.command.http;

import org.jspecify.annotations.NullMarked;
