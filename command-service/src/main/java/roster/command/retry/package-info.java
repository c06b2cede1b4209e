/** Idempotent retries: answers are stored with the events of their command, and repeated. */
@NullMarked
package roster.command.retry;

import org.jspecify.annotations.NullMarked;
