/** Sealing of personal fields: encrypts them with the person's data key, and opens them as long as that key exists. */
@NullMarked
package roster.eventstore.sealing;

import org.jspecify.annotations.NullMarked;
