/** Readers of the feed, of its stream and of Kafka, which must get every event of an organization, whatever is killed meanwhile. */
@NullMarked
package roster.systemtest.readers;

import org.jspecify.annotations.NullMarked;
