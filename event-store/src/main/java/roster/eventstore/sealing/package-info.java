/** What names a person in the events is sealed with a key of their own, and opened as long as that exists. */
@NullMarked
package roster.eventstore.sealing;

import org.jspecify.annotations.NullMarked;
